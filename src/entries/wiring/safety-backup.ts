import { runBackup } from "../../backup/run";
import type { RunOptions, RunParts } from "../../backup/run-context";
import type { FormFields } from "../../archive/records/kintone-app";
import type { Problem, RunOutcome, RunStart } from "../../domain/outcome";
import type { RestoreStart } from "../../domain/restore-outcome";
import type { AppRef, Target } from "../../domain/target";
import type { Targets } from "../../domain/targets";
import type { RestorePlan } from "../../restore/plan/restore-plan";

/** What is to be secured, and from what. */
export interface SecuredApp {
  app: AppRef & { name: string };
  plan: RestorePlan;
  /** The form of the app now. */
  form: FormFields;
  /** What the restore's archive was made without: nothing of it can be written over. */
  excludedFields: readonly string[];
  /** Whether who restores may read what only administrators may. */
  manages: boolean;
}

/** The way back would not be whole: nothing must be changed. */
export class NotSecured extends Error {
  constructor(readonly outcome: RunOutcome) {
    super("The backup before the restore lacks something that the restore may change");
  }
}

/**
 * Backs up one app with the engine of every other run: under a record and a lock of its own, verified, to the same place. Resolves when everything that the
 * restore may change is in it. Rejects with `NotSecured` when something of that is not, and as `runBackup` does.
 */
export async function backUpBeforeRestore(
  start: Omit<RunStart, "trigger">,
  options: RunOptions,
  secured: SecuredApp,
  parts: RunParts,
): Promise<NonNullable<RestoreStart["safetyBackup"]>> {
  const { domain: _beside, ...own } = parts;
  const targets = onlyTarget(targetOf(secured));
  const outcome = await runBackup({ ...start, trigger: "restore" }, options, { ...own, targets });
  const [result, ...others] = outcome.results;
  const { archiveDigest } = outcome;
  const problems = result && others.length === 0 ? result.problems : undefined;
  const isWhole = problems?.every((problem) => isOutOfReach(problem, deletes(secured))) ?? false;
  if (!archiveDigest || !isWhole || outcome.problems.length > 0) throw new NotSecured(outcome);
  return { runId: start.runId, archiveDigest };
}

const deletes = ({ plan }: Pick<SecuredApp, "plan">) => plan.remove.length > 0;

/**
 * All that a restore could take away, whatever the targets' records leave out: a field that looks like a personal identifier, too, unless the archive has
 * nothing to write over it and no record goes. Comments go with deleted records only, and cost a request for each record.
 */
function targetOf(secured: SecuredApp): Target {
  const { app, form, excludedFields, manages } = secured;
  const codes = Object.values(form.properties).flatMap(({ code, fields = {} }) => [
    code,
    ...Object.values(fields).map((inner) => inner.code),
  ]);
  const leftOut = deletes(secured) ? [] : excludedFields.filter((code) => codes.includes(code));
  const { name: appName, ...ref } = app;
  return {
    ...{ ...ref, appName, recordId: "", query: "" },
    include: {
      ...{ records: true, attachments: true, comments: deletes(secured), settings: true },
      administration: manages,
    },
    excludedFields: leftOut,
    includedIdentifiers: codes.filter((code) => !leftOut.includes(code)),
    acceptedGaps: [],
  };
}

/** No record of a target stands for it: what it came to is told by the run's own record, and no other target is any business of it. */
function onlyTarget(target: Target): Targets {
  return {
    enabled: async () => [target],
    news: async () => ({ lost: [], rules: [] }),
    recordResults: async () => undefined,
  };
}

/**
 * Whether it is about something that a restore by the same user cannot change: settings, and what that user does not see. Only with a record that is deleted do
 * fields and comments go that nobody could read.
 */
function isOutOfReach({ step, error }: Problem, hasDeletions: boolean): boolean {
  if (step === "settings" || error.code === "NOT_IN_CSV" || error.code === "RECORDS_MAY_BE_HIDDEN") return true;
  return !hasDeletions && error.code === "FIELD_NOT_READABLE";
}
