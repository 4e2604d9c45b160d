import { type Attachment, attachmentsOfRecord } from "../archive/attachments-of-record";
import { downloadFile } from "./download-file";
import { BackupError, endsTheRun, toBackupError } from "./errors";
import type { RunContext } from "./run-context";
import type { StagedEntry } from "./staging";
import type { TargetLedger } from "./target-ledger";

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
  try {
    const entry = await downloadWhole(attachment, ledger, context);
    const [expected, actual] = [Number(attachment.file.size), entry.size];
    return expected === actual ? { attachment, entry } : { attachment, entry, error: sizeMismatch(expected, actual) };
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    return { attachment, error };
  }
}

/** What arrives shorter or longer than the record says gets a second chance: a proxy may have cut it without a word. */
async function downloadWhole(attachment: Attachment, ledger: TargetLedger, context: RunContext): Promise<StagedEntry> {
  const entry = await downloadByCurrentKey(attachment, ledger, context);
  if (entry.size === Number(attachment.file.size)) return entry;
  await entry.remove();
  return downloadByCurrentKey(attachment, ledger, context);
}

async function downloadByCurrentKey(
  attachment: Attachment,
  ledger: TargetLedger,
  context: RunContext,
): Promise<StagedEntry> {
  const { fileKey } = attachment.file;
  try {
    return await download(attachment, fileKey, ledger, context);
  } catch (thrown) {
    if (toBackupError(thrown).code !== "FILE_GONE") throw thrown;
    const current = await lookUpKey(attachment, ledger, context);
    if (current === undefined || current === fileKey) throw thrown;
    return download(attachment, current, ledger, context);
  }
}

async function download(
  attachment: Attachment,
  fileKey: string,
  ledger: TargetLedger,
  context: RunContext,
): Promise<StagedEntry> {
  const path = `${ledger.folder}/attachments/${attachment.path}`;
  return downloadFile({ path, kind: "attachment", target: ledger.folder }, fileKey, ledger.target, context);
}

/** The key that the record holds now for the same file: at the same place, with the same name. */
async function lookUpKey(
  attachment: Attachment,
  ledger: TargetLedger,
  { source }: RunContext,
): Promise<string | undefined> {
  const record = await source.readRecord(ledger.target, attachment.recordId);
  return attachmentsOfRecord(record).find(
    ({ path, file }) => path === attachment.path && file.name === attachment.file.name,
  )?.file.fileKey;
}

function sizeMismatch(expected: number, actual: number): BackupError {
  return new BackupError("FILE_SIZE_MISMATCH", `Expected ${expected} bytes, got ${actual}`, {
    facts: { expected, actual },
  });
}
