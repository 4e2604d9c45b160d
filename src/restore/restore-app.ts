import { BackupError, toBackupError } from "../domain/errors";
import { compareApp, type ComparisonParts } from "./compare/compare-app";
import type { Comparison } from "./compare/comparison";
import { hiddenAmong, hiddenReason } from "./compare/hidden-records";
import { NO_RECORDS } from "./no-records";
import { createPlanning, type RestorePlan } from "./plan/restore-plan";
import { type NotExact, whyNotExact } from "./plan/why-not-exact";
import { wantedRecord } from "./plan/wanted-record";
import { createJudging, type Judgement } from "./verify/restore-verdict";
import type { RecordResult } from "./write/record-result";
import { restoreRecords, type RestoreOrder, type RestoreParts, type WrittenRecords } from "./write/restore-records";

export interface AppRestoreOrder extends Omit<RestoreOrder, "plan"> {
  /** What an attempt that goes on had planned; else it is planned by comparing. */
  plan?: RestorePlan;
  /** Records that earlier restores put back: the archive's id, and the one that kintone gave. */
  putBack?: ReadonlyMap<string, string>;
}

export interface AppRestoreParts extends RestoreParts, Pick<ComparisonParts, "report"> {
  /** Keeps the plan before anything is written, so that another attempt can go on with the same. */
  keep: (plan: RestorePlan) => Promise<void>;
  /** Makes a verified backup of the app as it is now: the way back. */
  secure: () => Promise<void>;
}

/** What planning needs of the world. */
export type PlanningParts = Omit<ComparisonParts, "found">;

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
  order: AppRestoreOrder,
  parts: AppRestoreParts,
): Promise<AppRestore | { refused: NotExact }> {
  const refused = order.choices.remove && whyNotExact(order.archived.facts, order.forms.matching);
  if (refused) return { refused };
  const { keep, secure } = parts;
  const results = new Map<string, RecordResult>();
  const book = async (result: RecordResult) => {
    results.set(result.id, result);
    await parts.result(result);
  };
  const { plan, mayHide } = await planned(order, parts);
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
  const unread = await compared({ ...order, putBack: newIds }, parts, judging.found).catch(toBackupError);
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
  order: Omit<AppRestoreOrder, "plan" | "stamps">,
  parts: PlanningParts,
): Promise<{ plan: RestorePlan; comparison: Comparison }> {
  const planning = createPlanning(order.choices);
  const comparison = await compared(order, parts, planning.take);
  return { plan: planning.plan(), comparison };
}

/** With the archive's records as people decided that they should be. */
function compared(
  { archived, app, forms, choices, putBack }: Omit<AppRestoreOrder, "plan" | "stamps">,
  { source, signal, requestsAllowed, report }: PlanningParts,
  found: ComparisonParts["found"],
) {
  return compareApp(
    { archived, app, forms, wanted: (record) => wantedRecord(record, choices), ...(putBack && { putBack }) },
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
