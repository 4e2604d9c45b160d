import { BackupError } from "../domain/errors";
import type { AppRef } from "../domain/target";
import type { ArchivedTarget } from "../archive/reading/open-archive";
import type { QueryContext } from "../query/context";
import { compareApp, type ComparisonParts } from "./compare/compare-app";
import type { ComparedForms } from "./compare/compared-forms";
import type { Comparison } from "./compare/comparison";
import { chosenForms } from "./plan/chosen-forms";
import { chosenRecords } from "./plan/chosen-records";
import type { RecordNumbers } from "./plan/record-numbers";
import { createRenaming } from "./plan/renaming";
import { NOTHING_DECIDED, type RestoreChoices } from "./plan/restore-choices";
import { createPlanning, type RestorePlan } from "./plan/restore-plan";
import { createWantedRecords, type WantedRecords } from "./plan/wanted-record";

/** `forms` as `compareForms` gives them: what was decided about fields is not in them yet. */
export interface PlanningOrder {
  archived: ArchivedTarget;
  app: AppRef;
  forms: ComparedForms;
  choices: RestoreChoices;
  /** Records that earlier restores put back: the archive's id, and the one that kintone gave. */
  putBack?: ReadonlyMap<string, string>;
  /** Where lookups name records by numbers that are others now. */
  numbers?: RecordNumbers;
  /** What a condition that chooses records depends on beside them. */
  asking?: QueryContext;
}

/** What planning needs of the world. */
export type PlanningParts = Omit<ComparisonParts, "found"> & Partial<Pick<ComparisonParts, "found">>;

/** What a restore would do, and the comparison that says so. Writes nothing. */
export async function planRestore(
  order: PlanningOrder,
  parts: PlanningParts,
): Promise<{ plan: RestorePlan; comparison: Comparison }> {
  const planning = createPlanning(order.choices, await chosenIds(order));
  const forms = chosenForms(order.forms, order.choices);
  const { requestsLeft, ...others } = parts;
  const isHeld = requestsLeft && !order.choices.confirmed.overBudget;
  const held = { ...others, ...(isHeld && { requestsLeft }) };
  const comparison = await compareAsDecided({ ...order, forms }, "compared", held, async (finding) => {
    planning.take(finding);
    await parts.found?.(finding);
  });
  return { plan: planning.plan(), comparison };
}

/** By the archive, before anything of kintone is read. */
async function chosenIds({ archived, forms, choices, asking }: PlanningOrder) {
  const { ids, problems } = await chosenRecords(archived, forms.archived, choices.selection, asking);
  const [problem] = problems;
  if (!problem) return ids;
  throw new BackupError("QUERY_REFUSED", `The condition cannot be answered: ${problem.code} at ${problem.position}`);
}

/**
 * With the archive's records as people decided that they should be: what is given where it has nothing, and somebody in the place of who is gone, is no difference
 * that asks to be put back, and is there when it was written.
 */
export function compareAsDecided(
  { archived, app, forms, choices, putBack, numbers }: PlanningOrder,
  as: keyof WantedRecords,
  { source, signal, requestsAllowed, requestsLeft, report }: PlanningParts,
  found: ComparisonParts["found"],
) {
  const { renamed } = choices;
  const { attachmentsOf } = createRenaming(renamed);
  const asArchived = createWantedRecords({ ...NOTHING_DECIDED, renamed }, forms.present, numbers).compared;
  return compareApp(
    {
      ...{ archived, app, forms, ...(putBack && { putBack }), bytes: choices.bytes ?? false },
      ...{ wanted: createWantedRecords(choices, forms.present, numbers)[as], attachmentsOf },
      ...(as === "compared" && { asArchived }),
    },
    {
      ...{ source, signal, requestsAllowed, report, found },
      // What was written is compared in any case.
      ...(as === "compared" && requestsLeft && { requestsLeft }),
    },
  );
}
