import type { KeepToBudget } from "../../domain/request-budget";
import { nextDayAfter } from "../../domain/requests";
import type { ApiRequest } from "./connection";
import { appOf } from "./counted";
import { pause, unless } from "./pause";

/**
 * Sends as soon as a request is left of the app that it is about.
 *
 * @param send calls what it is given before each further try: it throws where none is left, and all begins anew when there is one
 */
export type Within = <Answer>(request: ApiRequest, send: (again: () => void) => Promise<Answer>) => Promise<Answer>;

/** How many requests go out for each app in a day. */
export interface Ration {
  /** Until then, there is no end to them. */
  keepTo: KeepToBudget;
  within: Within;
}

/** A computer that slept, or whose clock was set, finds out within a minute that it is another day. */
const LOOKS_EVERY = 60_000;

const NONE_LEFT = new Error("No request is left for another try");

/**
 * kintone refuses nothing beyond its limit, so whoever wants to keep to one waits by himself. One look-out serves all requests of an
 * app; those of other apps go on meanwhile.
 *
 * @param now kintone's time
 * @param signal ends the waiting
 */
export function createRation(now: () => Date, signal: AbortSignal): Ration {
  let kept: Parameters<KeepToBudget> | undefined;
  const lookOuts = new Map<string, Promise<void>>();
  let look: Promise<void> | undefined;
  const underWay = new Map<string, Set<Promise<unknown>>>();

  function tell(): void {
    kept?.[1]({ apps: [...lookOuts.keys()], until: nextDayAfter(now()) });
  }

  /** One for all apps. */
  function nextLook(): Promise<void> {
    look ??= pause(Math.min(LOOKS_EVERY, nextDayAfter(now()).getTime() - now().getTime()), signal)
      .then(tell)
      .finally(() => {
        look = undefined;
      });
    return look;
  }

  async function lookOut(appId: string, left: () => number): Promise<void> {
    try {
      while (left() === 0) await nextLook();
    } finally {
      lookOuts.delete(appId);
      tell();
    }
  }

  function untilNextDay(appId: string, left: () => number): Promise<void> {
    const begun = lookOuts.get(appId);
    if (begun) return begun;
    const looking = lookOut(appId, left);
    looking.catch(() => undefined); // whoever waited may have been stopped before
    lookOuts.set(appId, looking);
    tell();
    return looking;
  }

  return {
    keepTo(budget, told) {
      kept = [budget, told];
    },
    async within(request, send) {
      const appId = appOf(request);
      const budget = kept?.[0];
      if (appId === undefined || !budget) return send(() => undefined);
      const left = () => budget.left(appId);
      // One is kept for each, which may be counted already or not.
      const sent = underWay.get(appId) ?? new Set();
      underWay.set(appId, sent);
      const again = () => {
        if (left() < sent.size) throw NONE_LEFT;
      };
      for (;;) {
        while (left() <= sent.size) {
          const room = left() === 0 ? untilNextDay(appId, left) : Promise.race(sent).catch(() => undefined);
          await unless(request.signal, room);
        }
        const answer = send(again);
        sent.add(answer);
        try {
          return await answer;
        } catch (thrown) {
          if (thrown !== NONE_LEFT) throw thrown;
        } finally {
          sent.delete(answer);
        }
      }
    },
  };
}
