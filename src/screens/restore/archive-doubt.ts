import type { BackupError } from "../../domain/errors";
import type { ArchiveCheck } from "../verify/archive-check";
import { judge, type ToldArchive, type Verdict } from "../verify/judgement";

/** Why the history does not vouch for an archive that is sound in itself: people decide. */
export type ArchiveDoubt =
  /** It knows no such run. */
  | { kind: "untold" }
  /** The files are not those that it speaks of, or it contradicts itself. */
  | { kind: "contradicts" }
  | { kind: "unreadable"; error: BackupError };

/** What the files lack of what the run was asked for, is told in the comparison. */
const VOUCHED: ReadonlySet<Verdict> = new Set(["sound", "surplus", "incomplete"]);

/** @param told what the history says of the run; `undefined` when it knows none */
export function archiveDoubt(check: ArchiveCheck, told: ToldArchive | undefined): ArchiveDoubt | undefined {
  if (!told || told.volumes.length === 0) return { kind: "untold" };
  return VOUCHED.has(judge(told, check).verdict) ? undefined : { kind: "contradicts" };
}
