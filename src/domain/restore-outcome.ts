import type { BackupError } from "./errors";
import type { RunStart } from "./outcome";
import type { AppRef } from "./target";

/**
 * How a restore ended: everything is in kintone as it was planned; it is but for what the report explains; something is another without a reason that
 * is known; or it ended before the end of the plan.
 */
export const RESTORE_VERDICTS = ["as-planned", "explained", "not-as-planned", "stopped"] as const;

export type RestoreVerdict = (typeof RESTORE_VERDICTS)[number];

/** What came of a comparison alone: `unable` where the app could not be compared. */
export const COMPARISON_VERDICTS = ["same", "differs", "unable"] as const;

export type ComparisonVerdict = (typeof COMPARISON_VERDICTS)[number];

/** What can become of one record of a plan. */
export const RECORD_OUTCOMES = [
  ...(["added", "put-back", "removed", "refused"] as const),
  ...(["changed-meanwhile", "gone", "hidden", "undecided"] as const),
] as const;

export type RecordOutcome = (typeof RECORD_OUTCOMES)[number];

/** Who restores what into which app, and why. Known before the first change. */
export interface RestoreStart extends Omit<RunStart, "runId" | "trigger"> {
  restoreId: string;
  trigger: "button" | "headless";
  /** In the words of who wanted it; empty when nobody said. */
  reason: string;
  archive: {
    runId: string;
    createdAt: Date;
    /** `archiveDigest` of its volumes, hex. */
    digest: string;
    /** Whether the history has a run with that id and digest: else it may be genuine, but nobody can tell. */
    isTold: boolean;
    /** The app that it was made of. */
    appId: string;
  };
  /** Into which it is put back. */
  app: AppRef & { name: string };
  /** How many records are to be written. */
  planned: Readonly<Record<"add" | "putBack" | "remove", number>>;
  /** The app as it was before, in an archive that was read back: the way back. Absent when somebody chose to have none. */
  safetyBackup?: { runId: string; archiveDigest: string };
}

/** The facts of a restore that ended. */
export interface RestoreOutcome extends RestoreStart {
  verdict: RestoreVerdict;
  finishedAt: Date;
  seconds?: number;
  counts: Readonly<Record<RecordOutcome, number>>;
  /** Records of the plan that nobody got to. */
  notReached: number;
  /** Records that were written, and that kintone does not have as it was planned. */
  deviations: number;
  /** API requests that it made. */
  requests: number;
  /** Why it ended before the end of the plan. */
  stopped?: BackupError;
}

/** The facts of a comparison after which nothing was written, when somebody wants it remembered. */
export interface ComparisonOutcome extends Omit<RestoreStart, "restoreId" | "planned" | "safetyBackup"> {
  comparisonId: string;
  verdict: ComparisonVerdict;
  /** How many records a restore would write. */
  differing: RestoreStart["planned"];
  finishedAt: Date;
  requests: number;
  /** Why it could not be compared. */
  unable?: BackupError;
}
