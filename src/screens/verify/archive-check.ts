import type { Finding } from "../../archive/verify/finding";
import { type GapGroup, type TargetGaps, isLacking, isWhole } from "../../archive/verify/target-gaps";
import type { Volume } from "../../domain/outcome";

/** What reading zip files back told, as plain data: it may cross from a Worker. */
export interface ArchiveCheck {
  /** Every file that was read to its end, in the order in which they were given. */
  files: Volume[];
  /** Files of another run than the one that was asked for; only their manifests were read. */
  foreign: Array<{ name: string; runId: string }>;
  /** What is wrong, in the archive and then in each volume. What is about a volume names it. */
  findings: Finding[];
  /** Absent when no file has a readable manifest. */
  runId?: string;
  /** Over the files as they are called here; absent while the archive is not complete. */
  archiveDigest?: string;
  /** What was unpacked. Bytes are those before compression. */
  counts: { entries: number; bytes: number };
  /** What the manifests say that is not in the archive, of every target that they know: without the last volume, not of all. */
  targets: TargetGaps[];
  /** The same of what belongs to no app; absent when the manifests tell nothing of it. */
  domain?: GapGroup[];
  /** What the last volume says of all targets; absent without it. */
  backup?: BackupCounts;
}

/** What was written of all targets of a run. */
export interface BackupCounts {
  targets: number;
  records: number;
  attachments: number;
  comments: number;
}

/**
 * Whether all that the run was asked for is in its archive, as its manifest tells. An archive can be as it was made, to the
 * last byte, and lack something of the apps all the same.
 */
export function hasEverything({
  backup,
  targets,
  domain = [],
}: Pick<ArchiveCheck, "backup" | "targets" | "domain">): boolean {
  return backup !== undefined && targets.every(isWhole) && !domain.some(isLacking);
}

/** How far the reading is. */
export interface CheckProgress {
  /** The file that is read now. */
  name: string;
  /** Bytes of all files. */
  done: number;
  total: number;
}

/** Who waits for files to be read. */
export interface CheckWatcher {
  report: (progress: CheckProgress) => void;
  signal: AbortSignal;
}
