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
  /** Drills of a target before this one, the newest first. */
  earlier(target: AppRef): Promise<readonly EarlierDrill[]>;
  /** As `Restores.isTold` says. */
  isTold(archive: { runId: string; digest: string }): Promise<boolean>;
}

/** A drill as the history tells of it to the next one. */
export interface EarlierDrill {
  operatorCode: string;
  startedAt: Date;
  /** Into which app it restored. Absent when it never told: it may have made one all the same. */
  scratchAppId?: string;
}
