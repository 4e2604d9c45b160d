import { BackupError, type ErrorCode } from "../../domain/errors";

/** The app, the user, the log-in or the token, and no single file. */
const OF_EVERY_FILE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...(["CANCELLED", "UNREACHABLE", "SESSION_EXPIRED", "LOGIN_REFUSED", "TOKEN_REFUSED"] as const),
  ...(["APP_NOT_FOUND", "WRONG_SPACE"] as const),
]);

/**
 * Whether it keeps one file from its record, and no other: the archive's bytes of it are damaged, or kintone does not take it, or whoever looks at files on their way
 * there. What may pass has been tried again, and is the network's or kintone's.
 */
export function isAboutOneFile(error: unknown): error is BackupError {
  if (!(error instanceof BackupError)) return false;
  if (error.code === "ARCHIVE_DAMAGED") return true;
  return error.answer !== undefined && !error.retryable && !OF_EVERY_FILE.has(error.code);
}
