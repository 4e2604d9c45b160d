import { type Course, type RequestCount, REQUESTS_OF_COURSE } from "./requests";

/** What a run does where the budget of an app does not suffice. Only who chose to go on goes beyond it. */
export const OVER_BUDGET = ["stop", "pause", "without-comments", "go-on"] as const;
/**
 * Of comments, which cost a request for each record, `stop` reads as many as the budget has room for, `without-comments` none of such an
 * app, and `pause` all, as many a day as there may be. Whatever else is too much waits for kintone's next day. `go-on`: all is read now,
 * beyond the budget.
 */
export type OverBudget = (typeof OVER_BUDGET)[number];

/** How many requests a backup may make of an app. */
export interface RequestLimits {
  /** Of all backups of one of kintone's days. */
  perAppAndDay: number;
  overBudget: OverBudget;
}

/** The app's own integrations and the people at work need theirs: half of what the course bears; of an unknown one, of the smaller. */
export function defaultBudget(course: Course = "standard"): number {
  return REQUESTS_OF_COURSE[course] / 2;
}

/** What earlier runs, and earlier attempts of this one, used of an app on one of kintone's days. */
export interface UsedRequests {
  /** `dayOf` */
  day: string;
  of: (appId: string) => number;
}

export const NONE_USED: UsedRequests = { day: "", of: () => 0 };

/** What is left of a day's requests. */
export interface RequestBudget extends RequestLimits {
  /** What earlier runs used of the app today. */
  usedBefore(appId: string): number;
  /** How many more requests there may be of the app now. */
  left(appId: string): number;
}

export function createRequestBudget(
  limits: RequestLimits,
  used: UsedRequests,
  { today, requestsToday }: Pick<RequestCount, "today" | "requestsToday">,
): RequestBudget {
  // Of a day that has ended since, nothing counts any more.
  const usedBefore = (appId: string) => (used.day === today() ? used.of(appId) : 0);
  return {
    ...limits,
    usedBefore,
    left: (appId) => Math.max(0, limits.perAppAndDay - usedBefore(appId) - requestsToday(appId)),
  };
}

/** Apps of which nothing is asked for the rest of kintone's day. */
export interface UsedUp {
  apps: readonly string[];
  until: Date;
}

/**
 * Holds back whatever is asked of an app whose budget is used up, until kintone's next day.
 *
 * @param tell is called whenever others are held back, and each minute for as long as any is
 */
export type KeepToBudget = (budget: Pick<RequestBudget, "left">, tell: (usedUp: UsedUp) => void) => void;

/** What a run will take beyond what is left of the day's requests, as far as it can be foreseen. */
export interface Excess {
  perAppAndDay: number;
  /** Of each app that has too few left, the largest excess first. */
  apps: Array<{ appId: string; appName: string; requests: number; left: number }>;
}
