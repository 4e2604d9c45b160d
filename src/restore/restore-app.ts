import { BackupError } from "../domain/errors";
import { toRestoreError } from "./archive-problem";
import type { ComparisonParts } from "./compare/compare-app";
import type { ExplainedFinding } from "./compare/comparison";
import { hiddenReason } from "./compare/hidden-records";
import { NO_RECORDS } from "./no-records";
import { chosenForms } from "./plan/chosen-forms";
import type { RestorePlan } from "./plan/restore-plan";
import { type NotExact, whyNotExact } from "./plan/why-not-exact";
import { compareAsDecided, planRestore, type PlanningOrder } from "./plan-restore";
import { createJudging, type Judgement } from "./verify/restore-verdict";
import { createBooking, type WrittenRecords } from "./write/booking";
import { backAgain, hiddenOf } from "./write/not-to-add";
import { isBlank, recollect } from "./write/recollection";
import type { RecordResult } from "./write/record-result";
import { restoreRecords, type RestoreOrder, type RestoreParts } from "./write/restore-records";

export interface AppRestoreOrder extends Omit<RestoreOrder, "plan">, PlanningOrder {
  /** What an attempt that goes on had planned; else it is planned by comparing. */
  plan?: RestorePlan;
}

export interface AppRestoreParts extends RestoreParts, Pick<ComparisonParts, "report"> {
  /** Keeps the plan before anything is written, so that another attempt can go on with the same. */
  keep: (plan: RestorePlan) => Promise<void>;
  /** Makes a verified backup of the app as it is now: the way back. */
  secure: () => Promise<void>;
  /** What earlier restores put back, as it is known when no other can be under way. */
  putBackNow?: () => Promise<ReadonlyMap<string, string>>;
  /** Told of each record that was written, and of which kintone made a field another by itself. */
  explained?: (finding: ExplainedFinding) => Promise<void> | void;
}

/** What came of a restore. */
export interface AppRestore extends Judgement {
  plan: RestorePlan;
  written: WrittenRecords;
}

/**
 * A restore of one app's records, from the comparison to the verdict. Nothing is written before the app as it is now lies in a backup that
 * was read back. Whatever was written is compared with kintone again, by the same comparison that made the plan. Rejects when nothing was written, by an earlier
 * attempt neither, and nothing can be; what goes wrong later is in the outcome.
 */
export async function restoreApp(
  asked: AppRestoreOrder,
  parts: AppRestoreParts,
): Promise<AppRestore | { refused: NotExact }> {
  const refused = asked.choices.remove && whyNotExact(asked.archived.facts, asked.forms.matching);
  if (refused) return { refused };
  const order = { ...asked, forms: chosenForms(asked.forms, asked.choices) };
  const results = new Map<string, RecordResult>();
  const book = async (result: RecordResult) => {
    results.set(result.id, result);
    await parts.result(result);
  };
  const ready = await madeReady(asked, order, parts);
  if (ready instanceof BackupError) {
    const plan = asked.plan ?? NOTHING;
    const written = await createBooking(book).ended(parts.journal, ready);
    return { plan, written, ...createJudging(plan, results).judgement(ready) };
  }
  const { plan, leftAlone } = ready;
  if (isEmpty(plan)) return { plan, written: { counts: { ...NO_RECORDS }, newIds: new Map() }, ...nothingToDo };

  const rest = { ...plan, add: plan.add.filter((id) => !leftAlone.has(id)) };
  for (const [id, outcome] of leftAlone) await book({ id, outcome });
  const written = await restoreRecords({ ...order, plan: rest }, { ...parts, result: book });
  for (const outcome of leftAlone.values()) written.counts[outcome] += 1;

  const judging = createJudging(plan, results, parts.explained);
  const newIds = new Map([...(order.putBack ?? []), ...written.newIds]);
  const unread = await compareAsDecided({ ...order, putBack: newIds }, "written", parts, judging.found).catch(
    toRestoreError,
  );
  const stopped = written.stopped ?? (unread instanceof BackupError ? unread : undefined);
  return { plan, written: { ...written, ...(stopped && { stopped }) }, ...judging.judgement(stopped) };
}

const nothingToDo: Judgement = { verdict: "as-planned", deviations: [], notReached: 0 };

const NOTHING: RestorePlan = { add: [], putBack: [], remove: [] };

const isEmpty = ({ add, putBack, remove }: RestorePlan) => add.length + putBack.length + remove.length === 0;

interface Ready {
  plan: RestorePlan;
  /** Records of the plan that are not added, as they may be in the app without being shown, or are there again. */
  leftAlone: ReadonlyMap<string, "hidden" | "changed-meanwhile">;
}

/** Resolves to what stands in the way where an earlier attempt may have written something, and rejects with it where none did. */
async function madeReady(
  asked: AppRestoreOrder,
  order: AppRestoreOrder,
  parts: AppRestoreParts,
): Promise<Ready | BackupError> {
  try {
    const { plan, mayHide } = await planned(asked, parts);
    if (isEmpty(plan)) return { plan, leftAlone: new Map() };
    const hidden = mayHide ? await hiddenOf(plan.add, order, parts) : new Set<string>();
    await parts.keep(plan);
    await parts.secure();
    const putBack = (await parts.putBackNow?.()) ?? order.putBack;
    const back = await backAgain(plan.add, { ...order, ...(putBack && { putBack }) }, parts.source);
    const leftAlone = [
      ...[...hidden].map((id) => [id, "hidden"] as const),
      ...[...back].map((id) => [id, "changed-meanwhile"] as const),
    ];
    return { plan, leftAlone: new Map(leftAlone) };
  } catch (thrown) {
    if (isBlank(await recollect(parts.journal))) throw thrown;
    return toRestoreError(thrown);
  }
}

/** Who goes on, or comes back with a plan, may see less than whoever made it. */
async function planned(order: AppRestoreOrder, parts: AppRestoreParts) {
  if (order.plan) return { plan: order.plan, mayHide: (await hiddenReason(parts.source, order.app)) !== undefined };
  const { plan, comparison } = await planRestore(order, parts);
  return { plan, mayHide: comparison.mayBeHidden !== undefined };
}
