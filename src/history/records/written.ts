import { BackupError, toBackupError } from "../../domain/errors";

/** Writes to the backup-management app; what kintone refuses becomes `HISTORY_UNWRITABLE`, with kintone's answer. */
export async function written<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (error.code === "ANOTHER_RUN" || error.code === "CANCELLED") throw error;
    throw new BackupError("HISTORY_UNWRITABLE", error.message, {
      cause: error,
      facts: error.facts,
      ...(error.answer && { answer: error.answer }),
    });
  }
}
