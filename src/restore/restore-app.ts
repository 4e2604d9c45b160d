import { BackupError, toBackupError } from "../domain/errors";
import type { QueryContext } from "../query/context";
import { compareApp, type ComparisonParts } from "./compare/compare-app";
import type { Comparison } from "./compare/comparison";
import { hiddenAmong, hiddenReason } from "./compare/hidden-records";
import { NO_RECORDS } from "./no-records";
import { chosenForms } from "./plan/chosen-forms";
import { chosenRecords } from "./plan/chosen-records";
import { createRenaming } from "./plan/renaming";
import { createPlanning, type RestorePlan } from "./plan/restore-plan";
import { type NotExact, whyNotExact } from "./plan/why-not-exact";
import { createWantedRecords, type WantedRecords } from "./plan/wanted-record";
import { createJudging, type Judgement } from "./verify/restore-verdict";
import type { RecordResult } from "./write/record-result";
import { restoreRecords, type RestoreOrder, type RestoreParts, type WrittenRecords } from "./write/restore-records";

/** `forms` as `compareForms` gives them: what was decided about fields is not in them yet. */
export interface AppRestoreOrder extends Omit<RestoreOrder, "plan"> {
  /** What an attempt that goes on had planned; else it is planned by comparing. */
  plan?: RestorePlan;
  /** Records that earlier restores put back: the archive's id, and the one that kintone gave. */
  putBack?: ReadonlyMap<string, string>;
  /** What a condition that chooses records depends on beside them. */
  asking?: QueryContext;
}

export interface AppRestoreParts extends RestoreParts, Pick<ComparisonParts, "report"> {
  /** Keeps the plan before anything is written, so that another attempt can go on with the same. */
  keep: (plan: RestorePlan) => Promise<void>;
  /** Makes a verified backup of the app as it is now: the way back. */
  secure: () => Promise<void>;
}

/** `forms` as in `AppRestoreOrder`. */
export type PlanningOrder = Omit<AppRestoreOrder, "plan" | "stamps">;

/** What planning needs of the world. */
export type PlanningParts = Omit<ComparisonParts, "found"> & Partial<Pick<ComparisonParts, "found">>;

/** What came of a restore. */
export interface AppRestore extends Judgement {
  plan: RestorePlan;
  written: WrittenRecords;
}

/**
 * A restore of one app's records, from the comparison to the verdict. Nothing is written before the app as it is now lies in a backup that
 * was read back. Whatever was written is compared with kintone again, by the same comparison that made the plan. Rejects when nothing was written
 * and nothing can be; what goes wrong later is in the outcome.
 */
export async function restoreApp(
  asked: AppRestoreOrder,
  parts: AppRestoreParts,
): Promise<AppRestore | { refused: NotExact }> {
  const refused = asked.choices.remove && whyNotExact(asked.archived.facts, asked.forms.matching);
  if (refused) return { refused };
  const order = { ...asked, forms: chosenForms(asked.forms, asked.choices) };
  const { keep, secure } = parts;
  const results = new Map<string, RecordResult>();
  const book = async (result: RecordResult) => {
    results.set(result.id, result);
    await parts.result(result);
  };
  const { plan, mayHide } = await planned(asked, parts);
  if (isEmpty(plan)) return { plan, written: { counts: { ...NO_RECORDS }, newIds: new Map() }, ...nothingToDo };

  const hidden = mayHide ? await hiddenOf(plan.add, order, parts) : new Set<string>();
  await keep(plan);
  await secure();
  for (const id of hidden) await book({ id, outcome: "hidden" });
  const visible = { ...plan, add: plan.add.filter((id) => !hidden.has(id)) };
  const written = await restoreRecords({ ...order, plan: visible }, { ...parts, result: book });
  written.counts.hidden += hidden.size;

  const judging = createJudging(plan, results);
  const newIds = new Map([...(order.putBack ?? []), ...written.newIds]);
  const unread = await compared({ ...order, putBack: newIds }, "written", parts, judging.found).catch(toBackupError);
  const stopped = written.stopped ?? (unread instanceof BackupError ? unread : undefined);
  return { plan, written: { ...written, ...(stopped && { stopped }) }, ...judging.judgement(stopped) };
}

const nothingToDo: Judgement = { verdict: "as-planned", deviations: [], notReached: 0 };

const isEmpty = ({ add, putBack, remove }: RestorePlan) => add.length + putBack.length + remove.length === 0;

/** Who goes on, or comes back with a plan, may see less than whoever made it. */
async function planned(order: AppRestoreOrder, parts: AppRestoreParts) {
  if (order.plan) return { plan: order.plan, mayHide: (await hiddenReason(parts.source, order.app)) !== undefined };
  const { plan, comparison } = await planRestore(order, parts);
  return { plan, mayHide: comparison.mayBeHidden !== undefined };
}

/** What a restore would do, and the comparison that says so. Writes nothing. */
export async function planRestore(
  order: PlanningOrder,
  parts: PlanningParts,
): Promise<{ plan: RestorePlan; comparison: Comparison }> {
  const planning = createPlanning(order.choices, await chosenIds(order));
  const forms = chosenForms(order.forms, order.choices);
  const comparison = await compared({ ...order, forms }, "compared", parts, async (finding) => {
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
function compared(
  { archived, app, forms, choices, putBack }: PlanningOrder,
  as: keyof WantedRecords,
  { source, signal, requestsAllowed, report }: PlanningParts,
  found: ComparisonParts["found"],
) {
  const { record, attachmentsOf } = createRenaming(choices.renamed);
  return compareApp(
    {
      ...{ archived, app, forms, ...(putBack && { putBack }), bytes: choices.bytes ?? false },
      ...{ wanted: createWantedRecords(choices, forms.present)[as], attachmentsOf },
      ...(as === "compared" && { asArchived: record }),
    },
    { source, signal, requestsAllowed, report, found },
  );
}

/** Of records that are to be added, those that may be there all the same: under the archive's id in its own app, else under the one that an earlier restore gave. */
async function hiddenOf(
  add: readonly string[],
  { app, forms, putBack }: AppRestoreOrder,
  { source, requestsAllowed }: AppRestoreParts,
): Promise<Set<string>> {
  const presentIds = new Map(
    add.flatMap((id): Array<[string, string]> => {
      const presentId = putBack?.get(id) ?? (forms.matching.by === "id" ? id : undefined);
      return presentId === undefined ? [] : [[presentId, id]];
    }),
  );
  const hidden = new Set<string>();
  for await (const presentId of hiddenAmong(presentIds.keys(), { source, app, atOnce: requestsAllowed() })) {
    hidden.add(presentIds.get(presentId) ?? "");
  }
  return hidden;
}
