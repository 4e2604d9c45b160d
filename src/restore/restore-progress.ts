/** The steps of a restore, in their order. */
export const RESTORE_PHASES = ["comparing", "securing", "writing", "verifying", "recording"] as const;

/** What a restore is doing now. */
export interface RestoreProgress {
  phase: (typeof RESTORE_PHASES)[number];
  /** Records: compared, or reached by writing. Absent where a step has no number. */
  records?: { done: number; total: number };
  /** API requests of this attempt so far. */
  requests: number;
  /** kintone's answer to what was sent last was lost: so many records are looked for, until about then at the latest. */
  lookedFor?: { records: number; until: Date } | undefined;
}

export type ReportRestoreProgress = (progress: RestoreProgress) => void;
