import type { BackupError } from "./errors";
import type { RunStart } from "./outcome";
import type { RestoreStart } from "./restore-outcome";
import type { AppRef } from "./target";

/**
 * How a drill ended: every record of its scope was restored and is as in the archive; it is but for what is explained; something is another, or not there;
 * or it ended before that could be said.
 */
export const DRILL_VERDICTS = ["passed", "explained", "failed", "stopped"] as const;

export type DrillVerdict = (typeof DRILL_VERDICTS)[number];

/** After which it is proven that the records can be restored; after any other somebody writes down what is done about it. */
export const PROVEN: ReadonlySet<DrillVerdict> = new Set(["passed", "explained"]);

/** What became of the records in the scratch app. */
export const SCRATCH_FATES = ["emptied", "kept"] as const;

export type ScratchFate = (typeof SCRATCH_FATES)[number];

/** Which records are restored: all, or some by chance, always the same ones for the same seed and archive, and those that are most likely to make trouble. */
export type DrillScope = { of: "all" } | { of: "sample"; random: number; seed: string };

/** Who tries to restore what, and why. Known before anything is done. */
export interface DrillStart extends Omit<RunStart, "runId" | "trigger"> {
  drillId: string;
  trigger: RestoreStart["trigger"];
  /** In the words of who wanted it; empty when nobody said. */
  reason: string;
  archive: Omit<RestoreStart["archive"], "appId">;
  /** The app that the archive was made of. */
  target: AppRef & { name: string };
  scope: DrillScope;
}

export interface DrillCounts {
  /** Records that the archive has. */
  archived: number;
  /** That were to be restored. */
  expected: number;
  /** That kintone took. */
  restored: number;
  /** Of those expected, all: as in the archive, as it but for what is explained, and others, or not there. */
  identical: number;
  explained: number;
  different: number;
  /** Attachments that were compared byte by byte. */
  files: number;
}

/** The facts of a drill that ended. */
export interface DrillOutcome extends DrillStart {
  verdict: DrillVerdict;
  finishedAt: Date;
  /** What it took, from the archive to the verdict: the RTO for this scope. */
  seconds: number;
  /** When the newest record of the archive was changed last, as far as the archive tells: what happened since would be lost. */
  newestRecord?: Date;
  /** How the sample was chosen, so that anybody can choose it again; empty for all records. */
  sample: string;
  /** The app that the records were restored into; absent where there was none yet when it ended. */
  scratch?: { appId: string; name: string; fate: ScratchFate };
  counts: DrillCounts;
  /** API requests that it made. */
  requests: number;
  /** Why it ended before it could be judged. */
  stopped?: BackupError;
}
