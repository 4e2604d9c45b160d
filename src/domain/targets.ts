import type { TargetResult } from "./outcome";
import type { AppRef, Target } from "./target";

/** Where a run learns what to protect, and tells what became of it. One contract (`test/contracts/targets.ts`). */
export interface Targets {
  /** The enabled targets, in order of their record ids. Never more than once the same app. */
  enabled(): Promise<Target[]>;
  /** What the run before had and these do not: a target that is not there any more fails in no run. */
  lost(present: readonly AppRef[]): Promise<LostTarget[]>;
  /**
   * Writes into each target what its app is called now, and how its backup ended.
   *
   * @param saved whether the zips are known to lie where they should
   */
  recordResults(results: readonly TargetResult[], at: Date, saved: boolean): Promise<void>;
}

/** A target that was in the run before, and is backed up no more. */
export interface LostTarget extends AppRef {
  /** As that run's result shows it. */
  appName: string;
  /** `gone`: no target's record names the app. */
  became: "gone" | "disabled";
  /** Who did it; absent where no recorded change tells. */
  known?: Departure;
}

/** Who made a target one no more, and when (ISO, UTC, cut to the minute). */
export interface Departure {
  by: string;
  at: string;
}
