import type { TargetResult } from "./outcome";
import type { Rule } from "./rule";
import type { AppRef, Target } from "./target";

/** Where a run learns what to protect, and tells what became of it. One contract (`test/contracts/targets.ts`). */
export interface Targets {
  /**
   * The enabled targets, in order of their record ids; of a rule, one for each app that it stands for now. Never more than once the same
   * app. A rule whose apps cannot be known is one without an app, which says why.
   */
  enabled(): Promise<Target[]>;
  /** What the run before had and these do not, as a target that is not there any more fails in no run; and what is new by a rule. */
  news(present: readonly Target[]): Promise<TargetNews>;
  /**
   * Writes into each target what its app is called now, and how its backup ended: of a rule, that of its apps together, the worst.
   *
   * @param saved whether the zips are known to lie where they should
   */
  recordResults(results: readonly TargetResult[], at: Date, saved: boolean): Promise<void>;
}

export interface TargetNews {
  lost: LostTarget[];
  rules: RuleNews[];
}

/** What has changed of the apps that a rule stands for, since the last run that knew them. */
export interface RuleNews {
  rule: Rule;
  /** `new`: it stands for them for the first time; `gone`: it does so no more; `ended`: it is deleted or switched off itself. */
  kind: "new" | "gone" | "ended";
  /** As they are, or were, called. */
  apps: ReadonlyArray<{ appId: string; appName: string }>;
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
