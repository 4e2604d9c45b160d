/** Done so far, and of how much when that is known. */
export interface Amount {
  done: number;
  total?: number;
}

/** What a run is doing now. Numbers only ever describe what has really happened. */
export interface Progress {
  phase: "starting" | "reading" | "packing" | "verifying" | "delivering" | "recording";
  /** Counted from 1. */
  target?: { position: number; of: number; appId: string; appName: string };
  /** Of the whole run so far; the totals are of the present target's phase when they are known. */
  records: Amount;
  attachments: Amount;
  bytes: Amount;
  /** Seconds left, when it can be estimated honestly. */
  secondsLeft?: number;
}

export type ReportProgress = (progress: Progress) => void;
