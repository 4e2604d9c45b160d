/** How a run, or what it did with one target, ended. `success`: everything that was asked for is in the archive and was read back. */
export type FinalStatus = "success" | "partial" | "failed" | "cancelled" | "interrupted";

export type Status = "running" | FinalStatus;
