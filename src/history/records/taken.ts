import { type BackupError, toBackupError } from "../../domain/errors";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { AppValues } from "./app-values";

/**
 * Whether a value that is unique may be taken already: maybe by ourselves.
 *
 * A value that another record already has is a CB_VA01, like everything that kintone's validation refuses. An answer
 * that was lost on its way may have been a success.
 */
export function mayBeTaken(error: BackupError): boolean {
  return error.answer?.code === "CB_VA01" || error.retryable;
}

/**
 * Changes a record that is still what was read; resolves to whether it was (409 GAIA_CO02 says that it was not).
 *
 * The record of a run or a restore is closed to operators as soon as it is a link of the chain (`app-definition/record-rights.ts`). So when
 * our own change was done and its answer lost, the second try may meet a refusal for want of permission instead.
 */
export async function updateUnchanged(store: RecordStore, read: AppRecord, record: AppValues): Promise<boolean> {
  const [id, revision] = [String(read.$id?.value), String(read.$revision?.value)];
  try {
    await store.update([{ id, revision, record }]);
    return true;
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (error.answer?.code === "GAIA_CO02") return false;
    if (error.code === "NO_PERMISSION" && (await isOutdated(store, id, revision))) return false;
    throw thrown;
  }
}

/** Whether the record has another revision by now. One that cannot be read proves nothing. */
async function isOutdated(store: RecordStore, id: string, revision: string): Promise<boolean> {
  const [now] = await store.find(`$id = ${id} limit 1`).catch(() => []);
  return now !== undefined && String(now.$revision?.value) !== revision;
}
