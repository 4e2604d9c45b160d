/**
 * How many API requests an app bears in a day: 10,000 on kintone's standard course, 100,000 on the wide one. Whoever exceeds it is
 * written to by Cybozu; no request is refused (cybozu.dev secure-operation-of-forms-and-viewers and
 * kintone-api-request-limit-exceeded-guide). Measured by the smaller course.
 */
export const REQUESTS_PER_APP_AND_DAY = 10_000;

/** API requests that were made so far, repeated ones too: kintone counts them per app and day. */
export interface RequestCount {
  requests: () => number;
  /** Those that kintone counts for the app. */
  requestsOf: (appId: string) => number;
}
