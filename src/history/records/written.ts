import { BackupError, type ErrorCode, toBackupError } from "../../domain/errors";

const PASSED_ON: ReadonlySet<ErrorCode> = new Set(["ANOTHER_RUN", "HISTORY_REFUSED", "UNREACHABLE", "CANCELLED"]);

/** Writes to the backup-management app; what kintone refuses becomes `HISTORY_UNWRITABLE`, with kintone's answer. */
export async function written<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (PASSED_ON.has(error.code)) throw error;
    throw new BackupError("HISTORY_UNWRITABLE", error.message, {
      cause: error,
      facts: error.facts,
      ...(error.answer && { answer: error.answer }),
    });
  }
}
