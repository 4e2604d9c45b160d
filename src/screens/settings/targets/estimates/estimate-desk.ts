import type { Estimate } from "../../../../backup/estimate/estimate";
import type { Target } from "../../../../domain/target";

/** What the estimates need of the world. */
export interface EstimatesDesk {
  /**
   * The apps that targets stand for now: one each, and those of rules. A rule that cannot be worked out stays a target without an app, with its
   * impediment. Rejects with a `BackupError`.
   */
  workedOut(targets: readonly Target[], signal: AbortSignal): Promise<Target[]>;
  /**
   * Estimates one target after the other, or a few at a time; looks into the history once, at the beginning. Each function that
   * it resolves to rejects with a `BackupError`, `CANCELLED` after the signal.
   */
  estimator(signal: AbortSignal): Promise<(target: Target) => Promise<Estimate>>;
}
