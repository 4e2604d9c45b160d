import { canonicalJson } from "../../archive/canonical-json";
import type { QueryContext } from "../../query/context";
import type { ComparedForms } from "../../restore/compare/compared-forms";
import { type PlanFile, wrongPlan } from "../../restore/plan/plan-file";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import type { RestorePlan } from "../../restore/plan/restore-plan";
import { isInTheWay, type Obstacle } from "../../restore/preflight/obstacle";
import type { CheckedRestore } from "../../screens/restore/restore-desk";
import type { PreflightMessages } from "../../screens/text/restore/preflight/language";
import { describeWrongPlan } from "../../screens/text/restore/plan-file/plan-file-sentences";
import { type PlannedRestore, planText } from "../wiring/plan-text";

/** All that could be done, with records compared as it was decided. */
export function everythingBy({ choices }: PlanFile): RestoreChoices {
  return { ...choices, addMissing: true, putBack: true };
}

/** What a condition meant when it was decided; nothing where it is another by now. */
export function askedIn(decided: PlanFile | undefined, { selection }: RestoreChoices): QueryContext | undefined {
  const { asking, choices } = decided ?? {};
  if (!asking || choices?.selection?.condition !== selection?.condition) return undefined;
  return { ...asking, now: new Date(asking.now) };
}

interface Checked {
  archive: PlannedRestore["archive"];
  app: PlannedRestore["app"];
  choices: RestoreChoices;
  forms: ComparedForms;
  plan: RestorePlan;
  asking: QueryContext;
  obstacles: readonly Obstacle[];
}

/** A checked plan as a file, and whether it is what somebody decided before. */
export function toldPlan(
  { archive, app, choices, forms, plan, asking, obstacles }: Checked,
  decided: PlanFile | undefined,
  baseUrl: string,
  { preflight }: PreflightMessages,
): Pick<CheckedRestore, "planText" | "asDecided"> {
  const about = { choices, matching: forms.matching, baseUrl, asking };
  const text = planText({ archive, app }, about, isInTheWay(obstacles) ? undefined : plan);
  // What somebody decided otherwise on the screen is another plan.
  if (!decided || canonicalJson(decided.choices) !== canonicalJson(choices)) return { planText: text };
  const atHand = { archive, archivedApp: archive.appId, app: { ...app, baseUrl }, plan };
  const wrong = wrongPlan(decided, atHand);
  return { planText: text, asDecided: wrong ? describeWrongPlan(preflight.planFile, wrong) : true };
}
