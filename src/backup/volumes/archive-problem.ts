import { ArchiveError, type ArchiveErrorCode } from "../../archive/archive-error";
import { BackupError, type ErrorCode, toBackupError } from "../../domain/errors";

const CODES: Record<ArchiveErrorCode, ErrorCode> = {
  ENTRY_TOO_LARGE: "ENTRY_TOO_LARGE",
  VOLUME_TOO_LARGE: "ENTRY_TOO_LARGE",
  ENTRY_CHANGED: "ARCHIVE_DAMAGED",
  UNSAFE_PATH: "ARCHIVE_DAMAGED",
  DAMAGED: "ARCHIVE_DAMAGED",
  MANIFEST_INVALID: "ARCHIVE_DAMAGED",
};

/** What the archive room threw, in the engine's words; anything else as `toBackupError` has it. */
export function fromArchive(thrown: unknown): BackupError {
  if (!(thrown instanceof ArchiveError)) return toBackupError(thrown);
  return new BackupError(CODES[thrown.code], thrown.message, { facts: thrown.facts, cause: thrown });
}
