import type { Estimate } from "../../../../backup/estimate/estimate";
import type { Target } from "../../../../domain/target";

/** What the estimates need of the world. */
export interface EstimatesDesk {
  /**
   * Estimates one target after the other, or a few at a time; looks into the history once, at the beginning. Each function that
   * it resolves to rejects with a `BackupError`, `CANCELLED` after the signal.
   */
  estimator(signal: AbortSignal): Promise<(target: Target) => Promise<Estimate>>;
}
