/** The steps of a drill, in their order. */
export const DRILL_PHASES = ["choosing", "preparing", "restoring", "comparing", "recording"] as const;

/** What a drill is doing now. */
export interface DrillProgress {
  phase: (typeof DRILL_PHASES)[number];
  /** Records. Absent where a step has no number. */
  records?: { done: number; total: number };
}
