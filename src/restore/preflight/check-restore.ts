import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { Directory } from "../../domain/directory";
import { endsTheRun, toBackupError } from "../../domain/errors";
import type { RecordRights } from "../../domain/record-rights";
import type { RequestsLeft } from "../../domain/requests";
import type { Restores } from "../../domain/restores";
import { formOf } from "../../domain/settings/form";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import type { QueryContext } from "../../query/context";
import type { ComparedForms } from "../compare/compared-forms";
import type { Comparison } from "../compare/comparison";
import { chosenForms } from "../plan/chosen-forms";
import { chosenRecords } from "../plan/chosen-records";
import type { RestoreChoices } from "../plan/restore-choices";
import type { RestorePlan } from "../plan/restore-plan";
import { mayStamp } from "../write/may-stamp";
import { concernedOf } from "./concerned";
import { checkConfirmations } from "./confirmations";
import { checkCategories, checkConsequences } from "./consequences";
import { checkOptions } from "./gone-options";
import { checkPeople } from "./gone-people";
import { checkLimits } from "./limited-values";
import { lookedUpInKintone } from "./looked-up";
import { checkLookups } from "./lookups";
import { checkLostValues } from "./lost-values";
import { checkFiles } from "./missing-files";
import { checkRequests } from "./needed-requests";
import { gravestFirst, type Obstacle } from "./obstacle";
import { plannedRecords } from "./planned-records";
import { checkRequired } from "./required-values";
import { checkRights } from "./rights";
import { checkUnique } from "./unique-values";
import { unknownChoices } from "./unknown-choices";
import { checkUntold } from "./untold-restores";

/** A restore that has not begun. */
export interface PreflightOrder {
  archived: ArchivedTarget;
  archive: { runId: string; digest: string };
  app: AppRef;
  /** As it is called now. */
  appName: string;
  /** As `compareForms` gives them. */
  forms: ComparedForms;
  choices: RestoreChoices;
  /** Made by these choices: with others, there is another plan (`asksForComparing` says whether comparing again is needed for it). */
  plan: RestorePlan;
  comparison: Pick<Comparison, "counts" | "mayBeHidden" | "form">;
  /** What a condition that chooses records depends on beside them. */
  asking?: QueryContext;
}

export interface PreflightParts {
  source: Source;
  directory: Directory;
  rights: RecordRights;
  restores: Pick<Restores, "isTold" | "untold">;
  /** What is left of the app's requests today; nothing is said of them when nobody knows. */
  day?: RequestsLeft;
  signal: AbortSignal;
}

/**
 * Looks for everything that could make a restore end badly, before the first write. Writes nothing. Costs about ten requests, and for each hundred records of
 * the plan one for their rights, one for each unique field and each lookup, and one for people that were not met before; the archive is read
 * once more, a batch at a time. Rejects with what would keep a restore from beginning at all, such as a log-in that ended.
 */
export async function checkRestore(order: PreflightOrder, parts: PreflightParts): Promise<Obstacle[]> {
  const { archived, app, choices, plan, comparison } = order;
  const { source, directory, rights, restores, day, signal } = parts;
  const before = await checkGround(order, source);
  if (before.some(({ weight }) => weight === "stops")) return before;
  if (plan.add.length + plan.putBack.length + plan.remove.length === 0) {
    return gravestFirst([...before, { code: "NOTHING_TO_DO", weight: "told", ways: [] }]);
  }

  const forms = chosenForms(order.forms, choices);
  const stamps = await mayStamp(source, app);
  const files = checkFiles(archived, forms, choices);
  const checks = [
    ...[checkLostValues(forms, choices), checkRequired(forms, choices), checkUnique(forms, app, source)],
    ...[
      checkLimits(forms),
      checkOptions(forms),
      checkPeople(forms, stamps, directory),
      checkLookups(forms, app, lookedUpInKintone(source)),
    ],
    checkCategories(forms),
  ];
  for await (const records of plannedRecords(plan, { archived, forms, choices })) {
    signal.throwIfAborted();
    for (const record of records) for (const check of [files, ...checks]) check.see(record);
    await Promise.all(checks.map((check) => check.ask?.()));
  }
  const ofFiles = files.found();
  const size = { plan, files: ofFiles.files, comparison, facts: archived.facts, recordsPerPage: source.recordsPerPage };
  return gravestFirst([
    ...before,
    ...(await checkConfirmations(order, restores.isTold)),
    ...(await checkUntold(order, forms, parts)),
    ...(await checkRights({ app, forms, plan, stamps }, { source, rights })),
    ...checks.flatMap((check) => check.found()),
    ...ofFiles.obstacles,
    ...checkRequests(size, choices, day),
    ...(await checkConsequences({ added: plan.add.length, changed: plan.putBack.length }, app, source)),
  ]);
}

/** What the plan stands on: whether the app answers, its form, what was chosen. */
async function checkGround(order: PreflightOrder, source: Source): Promise<Obstacle[]> {
  const { archived, app, forms, choices, plan, comparison, asking } = order;
  try {
    await source.countRecords(app, { query: "" });
    const { revision } = formOf(await source.readSetting(app, "app/form/fields"));
    if (revision !== forms.present.revision) return [{ code: "FORM_CHANGED", weight: "stops", ways: [] }];
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    return [{ code: "NOT_READABLE", weight: "stops", error, ways: [] }];
  }
  const { unknown, problems } = await chosenRecords(archived, forms.archived, choices.selection, asking);
  const { condition = "" } = choices.selection ?? {};
  const removed = new Set(plan.remove.map(({ id }) => id));
  const strange = unknown.filter((id) => !removed.has(id));
  const hidden = plan.add.length > 0 ? comparison.mayBeHidden : undefined;
  return [
    ...(problems.length > 0 ? [{ code: "CONDITION", weight: "stops", condition, problems, ways: [] } as const] : []),
    ...(strange.length > 0
      ? [{ code: "RECORDS_UNKNOWN", weight: "stops", records: concernedOf(strange), ways: [] } as const]
      : []),
    ...unknownChoices(forms, choices),
    ...(hidden
      ? [{ code: "MAY_BE_HIDDEN", weight: "told", why: hidden, records: plan.add.length, ways: [] } as const]
      : []),
  ];
}
