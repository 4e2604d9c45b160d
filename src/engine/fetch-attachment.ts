import { type Attachment, attachmentsOfRecord } from "../archive/attachments-of-record";
import { BackupError, endsTheRun, toBackupError } from "./errors";
import type { RunContext } from "./run-context";
import type { StagedEntry } from "./staging";
import type { TargetLedger } from "./target-ledger";

/** A download that breaks in the middle is begun anew this often; whole requests are retried below, by the source. */
const ATTEMPTS = 3;

/** What became of an attachment: its bytes, what is wrong with them, or both. */
export interface FetchedAttachment {
  attachment: Attachment;
  entry?: StagedEntry;
  error?: BackupError;
}

/**
 * Downloads an attachment into the workspace. A file key that kintone no longer knows is looked up anew in the record,
 * once. Content that is not as long as the record says is kept, with an error that says so: better a file that somebody
 * must look at than none.
 *
 * Resolves for whatever concerns this file alone; rejects only when the run cannot go on (cancelled, no space, session).
 */
export async function fetchAttachment(
  attachment: Attachment,
  ledger: TargetLedger,
  context: RunContext,
): Promise<FetchedAttachment> {
  let { fileKey } = attachment.file;
  let lookedUp = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const entry = await download(attachment, fileKey, ledger, context);
      const expected = Number(attachment.file.size);
      if (entry.size === expected) return { attachment, entry };
      if (attempt < ATTEMPTS) {
        await entry.remove();
        continue;
      }
      return { attachment, entry, error: sizeMismatch(attachment, expected, entry.size) };
    } catch (thrown) {
      const error = toBackupError(thrown).with(fileFacts(attachment));
      if (endsTheRun(error)) throw error;
      if (error.code === "FILE_GONE" && !lookedUp) {
        lookedUp = true;
        const found = await lookUpKey(attachment, ledger, context);
        if (found !== undefined && found !== fileKey) {
          fileKey = found;
          continue;
        }
      }
      if (error.retryable && attempt < ATTEMPTS) continue;
      return { attachment, error };
    }
  }
}

async function download(
  attachment: Attachment,
  fileKey: string,
  ledger: TargetLedger,
  { source, staging, progress }: RunContext,
): Promise<StagedEntry> {
  const stream = await source.openFile(ledger.target, fileKey);
  const staged = await staging.create({
    path: `${ledger.folder}/attachments/${attachment.path}`,
    kind: "attachment",
    target: ledger.folder,
  });
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      await staged.write(value);
      progress.bytesDone(value.length);
    }
    return await staged.close();
  } catch (thrown) {
    await reader.cancel().catch(() => undefined);
    await staged.discard();
    throw thrown;
  }
}

/** The key that the record holds now for the same file, at the same place, with the same name. */
async function lookUpKey(
  attachment: Attachment,
  ledger: TargetLedger,
  { source }: RunContext,
): Promise<string | undefined> {
  try {
    const record = await source.readRecord(ledger.target, attachment.recordId);
    return attachmentsOfRecord(record).find(
      ({ path, file }) => path === attachment.path && file.name === attachment.file.name,
    )?.file.fileKey;
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    return undefined;
  }
}

function fileFacts({ recordId, field, file }: Attachment) {
  return { record: recordId, field, file: file.name };
}

function sizeMismatch(attachment: Attachment, expected: number, actual: number): BackupError {
  return new BackupError("FILE_SIZE_MISMATCH", `Expected ${expected} bytes, got ${actual}`, {
    facts: { ...fileFacts(attachment), expected, actual },
  });
}
