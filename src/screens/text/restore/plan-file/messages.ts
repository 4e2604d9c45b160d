import type { PlannedCounts, WrongPlan } from "../../../../restore/plan/plan-file";
import type { PlanFileProblem } from "../../../../restore/plan/read-plan-file";

/** Why a file with a plan (`restore-plan.json`) is not taken; nothing was written then. */
export interface PlanFileMessages {
  /** Before the problems of a file. */
  heading: (name: string) => string;
  problem: {
    [Reason in PlanFileProblem["reason"]]: (problem: Extract<PlanFileProblem, { reason: Reason }>) => string;
  };
  /** `expected` and `found`, where they are counts, written out. */
  wrong: Record<WrongPlan["reason"], (expected: string, found: string) => string>;
  counts: (counts: PlannedCounts) => string;
}
