import { type Clock, secondsBetween } from "./clock";
import type { History } from "./history";
import type { TargetResult } from "./outcome";

/** Often enough that a lock is not taken for a dead one, seldom enough that a run does not spend its requests on itself. */
const SECONDS_BETWEEN_REPORTS = 30;

/**
 * Tells the history that the run is alive. Call it as often as you like. A report that fails is left out: the next one,
 * or the end of the run, tells the same and more.
 */
export function createHeartbeat(history: History, clock: Clock, results: readonly TargetResult[]): () => Promise<void> {
  let last = clock.now();
  return async () => {
    if (secondsBetween(last, clock.now()) < SECONDS_BETWEEN_REPORTS) return;
    last = clock.now();
    await history.report(results).catch(() => undefined);
  };
}
