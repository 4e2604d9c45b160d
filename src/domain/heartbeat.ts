import { type Clock, secondsBetween } from "./clock";

/** Often enough that a lock is not taken for a dead one, seldom enough that a run does not spend its requests on itself. */
const SECONDS_BETWEEN_REPORTS = 30;

/** Tells the history, now and then, that the run is alive. */
export interface Heartbeat {
  /** Call it as often as anything happens. A report that fails is left out: the next one tells the same and more. */
  beat(): void;
  /** Ends it, and waits for a report that is under way: it must not arrive after the run's final word. */
  stop(): Promise<void>;
}

export function createHeartbeat(clock: Clock, report: () => Promise<void>): Heartbeat {
  let last = clock.now();
  let underWay: Promise<void> | undefined;
  let stopped = false;
  return {
    beat() {
      if (stopped || underWay || secondsBetween(last, clock.now()) < SECONDS_BETWEEN_REPORTS) return;
      last = clock.now();
      underWay = report()
        .catch(() => undefined)
        .finally(() => (underWay = undefined));
    },
    async stop() {
      stopped = true;
      await underWay;
    },
  };
}
