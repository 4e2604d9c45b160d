import { type Attachment, attachmentsOfRecord } from "../../archive/records/attachments-of-record";
import { type BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import type { StagedEntry } from "../../staging/staging";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import { downloadFile, downloadWhole } from "./download-file";

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
    const { size } = attachment.file;
    return { attachment, ...(await downloadWhole(size, () => downloadByCurrentKey(attachment, ledger, context))) };
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    return { attachment, error };
  }
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
