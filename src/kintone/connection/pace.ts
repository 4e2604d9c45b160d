/** What a domain says of itself with every answer. */
export interface DomainLoad {
  /** Requests that it works on now, whoever sent them. */
  running: number;
  /** From one more on, it refuses (100, cybozu.dev "concurrent-connection-limit-reason"). */
  limit: number;
}

/** How many requests a run may have under way: what kintone bears without its users noticing. */
export interface Pace {
  readonly allowed: number;
  /**
   * An answer began.
   *
   * @param kind of request, as only those are compared with each other
   */
  answered(kind: string, milliseconds: number): void;
  /** kintone refused because there is too much to do (429, 503), or did not get done with it. */
  refused(): void;
  /** @param own requests of this run that are under way */
  loaded(load: DomainLoad, own: number): void;
}

const AT_FIRST = 4;

/** An answer that takes more than this times the quickest of its kind waited for others; below the second value that is chance. */
const SLOW = { times: 2.5, milliseconds: 150 };

/** How much of what a domain bears a run may fill up, together with everybody else. */
const SHARE_OF_DOMAIN = 0.7;

/** Forgets, little by little, how quick kintone once was: a busy morning is not compared with the night before. */
const FORGETTING = 1.00005;

/**
 * Finds the pace as TCP does: it begins low and doubles as long as kintone answers as quickly as before; from the first sign that it does not,
 * it is raised one by one, and lowered by a fifth when most answers are slow, by half when kintone refuses. What others do on the
 * domain leaves it less.
 */
export function createPace(ceiling: number): Pace {
  const quickest = new Map<string, number>();
  let window = Math.min(AT_FIRST, ceiling);
  let doubling = true;
  let roomOnDomain = Infinity;
  /** Answers since the pace was changed, and how many of them were slow. */
  let seen = 0;
  let slow = 0;
  /** Until so many more answers have come, refusals are of requests that were sent before the pace was lowered. */
  let settling = 0;

  const change = (to: number) => {
    window = Math.max(1, Math.min(to, ceiling));
    seen = 0;
    slow = 0;
  };

  return {
    get allowed() {
      return Math.max(1, Math.min(Math.floor(window), roomOnDomain));
    },
    answered(kind, milliseconds) {
      const known = (quickest.get(kind) ?? Infinity) * FORGETTING;
      const best = Math.min(known, milliseconds);
      quickest.set(kind, best);
      seen += 1;
      if (settling > 0) settling -= 1;
      if (milliseconds > SLOW.times * best && milliseconds - best > SLOW.milliseconds) slow += 1;
      else if (doubling) window = Math.min(window + 1, ceiling);
      if (seen < window) return;
      if (slow > seen / 2) {
        doubling = false;
        change(window * 0.8);
      } else change(doubling ? window : window + 1);
    },
    refused() {
      if (settling > 0) return;
      doubling = false;
      settling = Math.ceil(window);
      change(window / 2);
    },
    loaded({ running, limit }, own) {
      const others = Math.max(0, running - own);
      roomOnDomain = Math.max(1, Math.floor(SHARE_OF_DOMAIN * limit) - others);
    },
  };
}
