import type { Volume } from "./outcome";

/** An archive that the history tells of. */
export interface KeptArchive {
  runId: string;
  /** When its run began. */
  startedAt: Date;
  /** Its run was a success. */
  isWhole: boolean;
  /** What is counted together: runs over all targets are one series, the backups of an app before its restores another. */
  series: string;
  volumes: readonly Volume[];
  /** Of all volumes, hex. */
  digest: string;
  /** Names of the places that had all of it, read back, when it was last told. */
  savedAt: readonly string[];
}

/** The series of runs over all targets. */
export const RUNS_OVER_ALL = "runs";
