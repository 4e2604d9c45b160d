import { ArchiveError } from "../archive/archive-error";
import { BackupError, toBackupError } from "../domain/errors";

/** What ended a comparison, a rehearsal or a restore: what the archive itself could not give is damage of it. */
export function toRestoreError(thrown: unknown): BackupError {
  if (!(thrown instanceof ArchiveError)) return toBackupError(thrown);
  const { path } = thrown.facts;
  return new BackupError("ARCHIVE_DAMAGED", thrown.message, { facts: { ...(path && { path }) }, cause: thrown });
}
