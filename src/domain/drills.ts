import type { DrillOutcome, DrillStart } from "./drill-outcome";
import type { AppRef } from "./target";

/**
 * Drills as they are remembered, in the same chain as runs and restores and under the same lock. Rejects as `History` does. One contract
 * (`test/contracts/drills.ts`).
 */
export interface Drills {
  /** Writes the drill down as `running` and takes the lock, before anything is made or emptied. Rejects as `Restores.begin` does. */
  begin(start: DrillStart): Promise<void>;
  /** Tells that it is alive, and into which app it restores, once that is there. */
  report(scratch?: { appId: string; name: string }): Promise<void>;
  /**
   * Writes the facts, attaches the report, and gives the lock back. Resolves to the `$id` of the record.
   *
   * @param report what became of each record, as JSON lines: texts, one behind the other
   */
  finish(outcome: DrillOutcome, report: Iterable<string>): Promise<string>;
  /** Ids of the apps that earlier drills of a target restored into, the newest first. */
  scratchApps(target: AppRef): Promise<readonly string[]>;
  /** As `Restores.isTold` says. */
  isTold(archive: { runId: string; digest: string }): Promise<boolean>;
}
