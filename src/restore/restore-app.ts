import { BackupError, toBackupError } from "../domain/errors";
import type { Source } from "../domain/source";
import type { AppRef } from "../domain/target";
import type { QueryContext } from "../query/context";
import { compareApp, type ComparisonParts } from "./compare/compare-app";
import { hiddenReason } from "./compare/hidden-records";
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

export interface AppRestoreParts extends RestoreParts, Pick<ComparisonParts, "requestsAllowed" | "report"> {
  /** Keeps the plan before anything is written, so that another attempt can go on with the same. */
  keep: (plan: RestorePlan) => Promise<void>;
  /** Makes a verified backup of the app as it is now: the way back. */
  secure: () => Promise<void>;
}

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
  const refused = asked.choices.remove && whyNotExact(asked.archived.facts);
  if (refused) return { refused };
  const chosen = asked.plan ? undefined : await chosenIds(asked);
  const order = { ...asked, forms: chosenForms(asked.forms, asked.choices) };
  const { source, keep, secure } = parts;
  const results = new Map<string, RecordResult>();
  const book = async (result: RecordResult) => {
    results.set(result.id, result);
    await parts.result(result);
  };
  const { plan, mayHide } = await planned(order, chosen, parts);
  if (isEmpty(plan)) return { plan, written: { counts: { ...NO_RECORDS }, newIds: new Map() }, ...nothingToDo };

  const hidden = mayHide ? await hiddenOf(plan.add, order.app, source) : new Set<string>();
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

/** Who goes on may see less than whoever began. */
async function planned(order: AppRestoreOrder, chosen: ReadonlySet<string> | undefined, parts: AppRestoreParts) {
  if (order.plan) return { plan: order.plan, mayHide: (await hiddenReason(parts.source, order.app)) !== undefined };
  const planning = createPlanning(order.choices, chosen);
  const { mayBeHidden } = await compared(order, "compared", parts, planning.take);
  return { plan: planning.plan(), mayHide: mayBeHidden !== undefined };
}

/** By the archive, before anything of kintone is read. */
async function chosenIds({ archived, forms, choices, asking }: AppRestoreOrder) {
  const { ids, problems } = await chosenRecords(archived, forms.archived, choices.selection, asking);
  const [problem] = problems;
  if (!problem) return ids;
  throw new BackupError("QUERY_REFUSED", `The condition cannot be answered: ${problem.code} at ${problem.position}`);
}

/**
 * With the archive's records as people decided that they should be: what is given where it has nothing is no difference that asks to be put back, and
 * is there when it was written.
 */
function compared(
  { archived, app, forms, choices, putBack }: AppRestoreOrder,
  as: keyof WantedRecords,
  { source, signal, requestsAllowed, report }: AppRestoreParts,
  found: ComparisonParts["found"],
) {
  const { attachmentsOf } = createRenaming(choices.renamed);
  return compareApp(
    {
      ...{ archived, app, forms, ...(putBack && { putBack }), bytes: choices.bytes ?? false },
      ...{ wanted: createWantedRecords(choices, forms.present)[as], attachmentsOf },
    },
    { source, signal, requestsAllowed, report, found },
  );
}

/**
 * Those that may be there all the same, unseen by who restores. Of a record that is not there kintone says GAIA_RE01, of one that
 * must not be seen CB_NO02 (kintone-emulator, captures): only the first is added.
 */
async function hiddenOf(ids: readonly string[], app: AppRef, source: Pick<Source, "readRecord">): Promise<Set<string>> {
  const hidden = new Set<string>();
  for (const id of ids) {
    const code = await source.readRecord(app, id).then(
      () => "there",
      (thrown: unknown) => toBackupError(thrown).code,
    );
    if (code !== "RECORD_NOT_FOUND") hidden.add(id);
  }
  return hidden;
}
