/** Of a run, and of what it did with one target. `success`: everything that was asked for is in the archive and was read back. */
export const STATUSES = ["running", "success", "partial", "failed", "cancelled", "interrupted"] as const;

export type Status = (typeof STATUSES)[number];

/** How it ended. */
export type FinalStatus = Exclude<Status, "running">;
