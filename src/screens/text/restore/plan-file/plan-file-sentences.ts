import type { WrongPlan } from "../../../../restore/plan/plan-file";
import type { PlanFileProblem } from "../../../../restore/plan/read-plan-file";
import { harmlessLine } from "../../harmless";
import type { PlanFileMessages } from "./messages";

/** What is wrong with the file of a plan, a line each. */
export function planFileLines(
  messages: PlanFileMessages,
  name: string,
  problems: readonly PlanFileProblem[],
): string[] {
  const say = (problem: PlanFileProblem) =>
    (messages.problem[problem.reason] as (problem: PlanFileProblem) => string)(problem);
  return [messages.heading(name), ...problems.map(say)].map(harmlessLine);
}

/** Why a plan is not for what is at hand. */
export function describeWrongPlan({ wrong, counts }: PlanFileMessages, why: WrongPlan): string {
  const [expected, found] =
    why.reason === "another-plan" ? [counts(why.expected), counts(why.found)] : [why.expected, why.found];
  return harmlessLine(wrong[why.reason](expected, found));
}
