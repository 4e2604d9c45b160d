import type { RestorePlan } from "../../../restore/plan/restore-plan";
import type { RestoreAbout } from "./restore-folder";

/** What was decided and planned, as people can read it again. */
export function planText({ choices, matching }: Pick<RestoreAbout, "choices" | "matching">, plan: RestorePlan): string {
  return JSON.stringify({ choices, matching, plan }, undefined, 2);
}
