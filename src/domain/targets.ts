import type { TargetResult } from "./outcome";
import type { Target } from "./target";

/** Where a run learns what to protect, and tells what became of it. One contract (`test/contracts/targets.ts`). */
export interface Targets {
  /** The enabled targets, in order of their record ids. Never more than once the same app. */
  enabled(): Promise<Target[]>;
  /**
   * Writes into each target what its app is called now, and how its backup ended.
   *
   * @param saved whether the zips are known to lie where they should
   */
  recordResults(results: readonly TargetResult[], at: Date, saved: boolean): Promise<void>;
}
