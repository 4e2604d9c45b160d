import type { RunOutcome, RunStart, TargetResult } from "./outcome";

/**
 * Runs as they are remembered. Rejects with `HISTORY_UNWRITABLE` and kintone's answer as the cause. One contract
 * (`test/contracts/history.ts`).
 */
export interface History {
  /**
   * Writes the run down as `running` and takes the lock. Rejects with `ANOTHER_RUN` when a run that still reports holds
   * it; a lock whose owner stopped reporting is taken over, and its run becomes `interrupted`. Rejects with
   * `HISTORY_REFUSED` when kintone will not take the run as long as nobody changes a right or the app: then there must be no
   * run. `HISTORY_UNWRITABLE` is what may pass.
   */
  begin(run: RunStart): Promise<void>;
  /** Tells that the run is alive, and what of its results was not told yet. */
  report(results: readonly TargetResult[]): Promise<void>;
  /**
   * Writes the facts of the finished run, attaches its log, and gives the lock back; also for a run that `begin` could
   * not write down. Resolves to the `$id` of the run's record.
   *
   * @param log texts, one behind the other
   */
  finish(outcome: RunOutcome, log: Iterable<string>): Promise<string>;
}
