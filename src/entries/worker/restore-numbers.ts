import type { RecordFinding } from "../../restore/compare/comparison";
import { NOTHING_DECIDED, type RestoreChoices } from "../../restore/plan/restore-choices";
import { createPlanning } from "../../restore/plan/restore-plan";
import type { RestoreNumbers } from "../../screens/restore/restore-desk";

/** What each mode would write, of the records that are chosen: `chosen`, where some only are meant. */
export function restoreNumbers(
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
