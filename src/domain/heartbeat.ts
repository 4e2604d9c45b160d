import { type Clock, secondsBetween, stopwatch } from "./clock";

/**
 * Every report is an edit of the run's record, with a line in its change history and whatever notifications and webhooks make
 * of that. News are worth one soon; that nothing is new, only as often as it takes not to be thought dead.
 *
 * A record that stays as it is for fifteen minutes is that of a dead run (`history/runs/run-records.ts`). Of these, one is lost as
 * kintone cuts its update time to the minute, and nine at most while everything that a run asks for waits for one answer (five
 * minutes of attempts, and four for the last): 4 + 9 + 1 = 14. One that failed is tried again soon, so that not a single lost
 * answer but a quarter of an hour of them is taken for the end.
 */
const SECONDS_AFTER = { news: 120, nothingNew: 240, failure: 30 } as const;

/** Tells the history, now and then, that the run is alive. */
export interface Heartbeat {
  /** Call it as often as anything happens. A report that fails is left out: a later one tells the same and more. */
  beat(): void;
  /** Ends it, and waits for a report that is under way: it must not arrive after the run's final word. */
  stop(): Promise<void>;
}

interface Reporting {
  /** Grows when there is something to tell. */
  news: () => number;
  report: () => Promise<void>;
}

export function createHeartbeat(clock: Clock, { news, report }: Reporting): Heartbeat {
  let last = clock.now();
  let sinceLast = stopwatch(clock);
  let told = news();
  let hasFailed = false;
  let underWay: Promise<void> | undefined;
  let stopped = false;
  const pause = () => {
    if (hasFailed) return SECONDS_AFTER.failure;
    return news() > told ? SECONDS_AFTER.news : SECONDS_AFTER.nothingNew;
  };

  async function tell(): Promise<void> {
    const telling = news();
    try {
      await report();
      [told, hasFailed] = [telling, false];
    } catch {
      hasFailed = true;
    }
  }

  return {
    beat() {
      const now = clock.now();
      // A machine that slept was silent for as long; a clock that was set back must not silence the run.
      const silence = Math.max(secondsBetween(last, now), sinceLast());
      if (stopped || underWay || silence < pause()) return;
      last = now;
      sinceLast = stopwatch(clock);
      underWay = tell().finally(() => (underWay = undefined));
    },
    async stop() {
      stopped = true;
      await underWay;
    },
  };
}
