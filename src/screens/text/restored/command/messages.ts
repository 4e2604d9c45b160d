import type { NotExact } from "../../../../restore/plan/why-not-exact";
import type { NamedRun } from "../../restore/command/messages";
import type { OwnSentences } from "../../restore/own-sentences";

/** A restore that was broken off, as it is spoken of. */
export interface NamedRestore {
  restoreId: string;
  /** ISO 8601. */
  startedAt: string;
  app: string;
}

/** What only the command says, beside what the screen says too. */
export interface RestoreCommandTexts {
  /** About files that the command writes. */
  sentence: OwnSentences;
  nothingToDo: string;
  /** Before anything is written. */
  checking: string;
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
}
