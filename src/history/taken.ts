import { type BackupError, toBackupError } from "../engine/errors";
import type { AppRecord, RecordStore } from "./record-store";
import type { AppValues } from "./run-fields";

/**
 * Whether a value that is unique may be taken already: maybe by ourselves.
 *
 * A value that another record already has is a CB_VA01, like everything that kintone's validation refuses. An answer
 * that was lost on its way may have been a success.
 */
export function mayBeTaken(error: BackupError): boolean {
  return error.answer?.code === "CB_VA01" || error.retryable;
}

/** Changes a record that is still what was read; resolves to whether it was (409 GAIA_CO02 says that it was not). */
export async function updateUnchanged(store: RecordStore, read: AppRecord, record: AppValues): Promise<boolean> {
  const [id, revision] = [String(read.$id?.value), String(read.$revision?.value)];
  try {
    await store.update([{ id, revision, record }]);
    return true;
  } catch (error) {
    if (toBackupError(error).answer?.code !== "GAIA_CO02") throw error;
    return false;
  }
}
