import { ArchiveError } from "../archive/archive-error";
import { BackupError } from "../domain/errors";

/** What an archive's own error means to whoever compares or restores; `undefined` for any other. */
export function damagedArchive(thrown: unknown): BackupError | undefined {
  if (!(thrown instanceof ArchiveError)) return undefined;
  const { path } = thrown.facts;
  return new BackupError("ARCHIVE_DAMAGED", thrown.message, { facts: { ...(path && { path }) }, cause: thrown });
}
