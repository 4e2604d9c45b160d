import { toBackupError } from "../../domain/errors";
import { type ArchiveDoubt, archiveDoubt } from "./archive-doubt";
import type { OpenedZips, RestoreDesk, UsableArchive } from "./restore-desk";

/** The archive, and what speaks against it; nothing for zips that are none. */
export async function usableArchive(
  { archive, check }: OpenedZips,
  { toldOf }: Pick<RestoreDesk, "toldOf">,
): Promise<{ archive: UsableArchive; doubt: ArchiveDoubt | undefined } | undefined> {
  if (!archive) return undefined;
  const own = { ...archive, digest: check.archiveDigest ?? "", isVouched: true };
  try {
    const told = await toldOf(archive.runId);
    const doubt = archiveDoubt(check, told);
    // By the names that the run gave them: a browser may have given files others.
    return { archive: told && !doubt ? { ...own, digest: told.archiveDigest } : own, doubt };
  } catch (thrown) {
    return { archive: own, doubt: { kind: "unreadable", error: toBackupError(thrown) } };
  }
}
