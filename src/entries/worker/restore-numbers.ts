import type { QueryContext } from "../../query/context";
import type { RecordFinding } from "../../restore/compare/comparison";
import { NOTHING_DECIDED, type RestoreChoices } from "../../restore/plan/restore-choices";
import { createPlanning } from "../../restore/plan/restore-plan";
import type { RestoreNumbers, RestoreWork } from "../../screens/restore/restore-desk";
import { describeConditionProblem } from "../../screens/text/restore/condition/condition-problem";
import type { PreflightMessages } from "../../screens/text/restore/preflight/language";
import { type AtHand, comparedIn } from "./at-hand";
import { recordsBy, selectionOf } from "./meant-records";

/** What each mode would write, of the records that are meant. */
export async function restoreNumbers(
  atHand: AtHand,
  { fields, onlyTicked, ...asked }: Parameters<RestoreWork["numbers"]>[0],
  asking: QueryContext,
  { preflight }: PreflightMessages,
): Promise<RestoreNumbers> {
  const compared = comparedIn(atHand);
  const selection = selectionOf(atHand, { ...asked, remove: "surplus-and-newer" }, onlyTicked);
  const { ids, problems } = await recordsBy(compared, selection, asking);
  return {
    ...counted(compared.findings, { ...(selection && { selection }), ...(fields && { fields }) }, ids),
    ...(ids && { chosen: ids.size }),
    problems: problems.map((problem) => describeConditionProblem(preflight.condition, problem)),
  };
}

function counted(
  findings: readonly RecordFinding[],
  asked: Pick<RestoreChoices, "selection" | "fields">,
  chosen: ReadonlySet<string> | undefined,
): Omit<RestoreNumbers, "chosen" | "problems"> {
  const everything = { ...NOTHING_DECIDED, addMissing: true, putBack: true, ...asked } as const;
  const planning = createPlanning({ ...everything, remove: "surplus-and-newer" }, chosen);
  const onlySurplus = createPlanning({ ...everything, remove: "surplus" }, chosen);
  const { fields: _chosen, ...allFields } = everything;
  const inAllFields = createPlanning(allFields, chosen);
  for (const finding of findings) for (const each of [planning, onlySurplus, inAllFields]) each.take(finding);
  const { add, putBack, remove } = planning.plan();
  const surplus = onlySurplus.plan().remove.length;
  const inFields = new Map<string, number>();
  for (const { fields } of inAllFields.plan().putBack) {
    for (const field of fields) inFields.set(field, (inFields.get(field) ?? 0) + 1);
  }
  return {
    ...{ add: add.length, putBack: putBack.length, surplus, newer: remove.length - surplus },
    fields: [...inFields].map(([field, records]) => ({ field, records })),
  };
}
