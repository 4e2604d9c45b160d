import type { RecordOutcome, RestoreOutcome, RestoreStart } from "./restore-outcome";
import type { AppRef } from "./target";

/** What stays beside a restore's facts. All are texts, one behind the other. */
export interface RestoreFiles {
  /** What became of each record, as JSON lines; its digest is a fact of the chain. */
  report: Iterable<string>;
  /** Pairs of the archive's ids and those that kintone gave instead, as JSON lines. */
  ids: ReadonlyMap<string, string>;
}

/** A restore that added records, or may have, under ids that nobody told. */
export interface UntoldRestore {
  restoreId: string;
  /** ISO 8601. */
  startedAt: string;
  /** Who restored, as people call them. */
  operator: string;
  /** How many records it was to add. */
  adds: number;
}

/**
 * Restores as they are remembered, in the same chain as runs and under the same lock: while one is under way there is no run, nor the other way round.
 * Rejects as `History` does. One contract (`test/contracts/restores.ts`).
 */
export interface Restores {
  /**
   * Writes the restore down as `running`, with its plan, and takes the lock; before the first change. A restore that goes on finds its own record, or
   * gets another one when it was taken for dead meanwhile. Rejects with `ANOTHER_RUN` and `HISTORY_REFUSED` as `History.begin` does, and with
   * whatever else went wrong: without a record there must be no change.
   *
   * @param plan what was decided, as people can read it again (`restore-plan.json`)
   */
  begin(start: RestoreStart, plan: string): Promise<void>;
  /** Tells that it is alive, and what became of records so far. */
  report(counts: Readonly<Record<RecordOutcome, number>>): Promise<void>;
  /** Writes the facts, attaches the files, and gives the lock back. Resolves to the `$id` of the record. */
  finish(outcome: RestoreOutcome, files: RestoreFiles): Promise<string>;
  /**
   * Under which ids the records of an archive are in an app since earlier restores put them back: the archive's id to the latest one, also where that was put back
   * again. Of the archive's app and the app that it goes into.
   */
  putBack(of: { archivedAppId: string; app: AppRef }): Promise<ReadonlyMap<string, string>>;
  /** Those into an app that are not under way any more, and of which it is not known which records they added. */
  untold(app: AppRef): Promise<readonly UntoldRestore[]>;
  /** Whether a run with that id and digest is in the history. */
  isTold(archive: { runId: string; digest: string }): Promise<boolean>;
}
