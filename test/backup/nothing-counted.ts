/** Of an attempt that asked for nothing. */
export const NOTHING_COUNTED = { requests: () => 0, requestsToday: () => 0, today: () => "2026-11-20" };
