import type { Clock } from "./clock";
import { type Course, type RequestCount, REQUESTS_OF_COURSE, dayOf } from "./requests";

/** What becomes of comments, which cost a request for each record, where the budget of an app does not suffice. */
export const OVER_BUDGET = ["stop", "without-comments", "go-on"] as const;
/**
 * `stop`: they are read as far as the budget goes. `without-comments`: none are read of such an app. `go-on`: all are read, beyond
 * the budget.
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
  { clock, requestsToday }: { clock: Clock } & Pick<RequestCount, "requestsToday">,
): RequestBudget {
  // Of a day that has ended since, nothing counts any more.
  const usedBefore = (appId: string) => (used.day === dayOf(clock.now()) ? used.of(appId) : 0);
  return {
    ...limits,
    usedBefore,
    left: (appId) => Math.max(0, limits.perAppAndDay - usedBefore(appId) - requestsToday(appId)),
  };
}

/** What a run will take beyond what is left of the day's requests, as far as it can be foreseen. */
export interface Excess {
  perAppAndDay: number;
  /** Of each app that has too few left, the largest excess first. */
  apps: Array<{ appId: string; appName: string; requests: number; left: number }>;
}
