import type { RecordOutcome, RestoreStart, RestoreVerdict } from "../../../domain/restore-outcome";
import type { NotExact } from "../../../restore/plan/why-not-exact";
import type { RestoreProgress } from "../../../restore/restore-progress";
import type { NamedRun, RestoreSentences } from "../restore/messages";

/** A restore that was broken off, as it is spoken of. */
export interface NamedRestore {
  restoreId: string;
  /** ISO 8601. */
  startedAt: string;
  app: string;
}

/** The texts for whoever puts records back: while it goes on, what came of it, and why nothing was begun. */
export interface RestoredTexts {
  /** Otherwise than in a comparison: something may have been written. */
  sentence: RestoreSentences;
  phase: Record<RestoreProgress["phase"], string>;
  /** Before anything is written. */
  checking: string;
  cancelling: string;
  /** What came of it, in a sentence that says what it means. */
  verdict: Record<RestoreVerdict, string>;
  nothingToDo: string;
  /** Names of the numbers. */
  outcome: Record<RecordOutcome | "notReached" | "deviations", string>;
  /** What became of a record that is not as it was wished. */
  became: Record<Exclude<RecordOutcome, "added" | "put-back" | "removed">, string>;
  /** Its files that the archive does not have. */
  withoutFiles: (files: readonly string[]) => string;
  deviates: Record<"byOthers" | "unexplained", string>;
  stopped: (why: string) => string;
  planned: (numbers: RestoreStart["planned"]) => string;
  safety: (runId: string) => string;
  noSafety: string;
  undo: (command: string) => string;
  report: (path: string) => string;
  remembered: (recordId: string) => string;
  unrecorded: string;
  unreported: string;
  /** Before it: what each mode would do. */
  choice: {
    heading: string;
    add: (records: number) => string;
    putBack: (records: number) => string;
    exact: (surplus: number, newer: number) => string;
    notExact: string;
    how: string;
    dryRun: string;
  };
  notExact: { [Reason in NotExact["reason"]]: (why: Extract<NotExact, { reason: Reason }>) => string };
  /** Why nothing was begun, or written. */
  refused: {
    whichApp: (apps: readonly string[]) => string;
    notSecured: string;
    inTheWay: string;
    /** Where a decision is to be made, as the command line has it. */
    byPlan: string;
    leaveMode: string;
    unfinished: (restore: NamedRestore) => string;
    underWay: (restore: NamedRestore, host: string) => string;
    noneUnfinished: string;
    otherArchive: (restore: NamedRestore, archive: NamedRun) => string;
  };
  discarded: (restore: NamedRestore) => string;
  /** A batch whose answer was lost with the attempt that sent it. */
  maybeWritten: (ids: readonly string[]) => string;
}
