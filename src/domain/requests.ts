/** kintone's courses, as far as they have a limit that is known. */
export type Course = "standard" | "wide";

/**
 * How many API requests an app bears in a day, by the course. Whoever exceeds it is written to by Cybozu; no request is refused
 * (cybozu.dev secure-operation-of-forms-and-viewers and kintone-api-request-limit-exceeded-guide).
 */
export const REQUESTS_OF_COURSE: Readonly<Record<Course, number>> = { standard: 10_000, wide: 100_000 };

/** What is left of an app's requests today, and how many there are. */
export interface RequestsLeft {
  left: number;
  perAppAndDay: number;
}

/** API requests that were made so far, repeated ones too: kintone counts them per app and day. */
export interface RequestCount {
  requests: () => number;
  /** Those that kintone counts for the app. */
  requestsOf: (appId: string) => number;
  /** Of those, the ones that it counts for this day. */
  requestsToday: (appId: string) => number;
  /** kintone's day, as `dayOf` names it. */
  today: () => string;
}

/** kintone's day of a moment, as one word: it begins at 9:00 in Japan, which is midnight in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** When kintone's day of that moment is over. */
export function nextDayAfter(moment: Date): Date {
  const next = new Date(moment);
  next.setUTCHours(24, 0, 0, 0);
  return next;
}
