import type { KintoneRecord } from "../../archive/records/kintone-app";
import { stopwatch } from "../../domain/clock";
import { askedOf } from "../../domain/asked";
import { BackupError, type Step, endsTheRun, toBackupError } from "../../domain/errors";
import { lackingApp } from "../../domain/lacking-app";
import type { TargetResult } from "../../domain/outcome";
import { resultOf } from "../../domain/plain";
import type { Target } from "../../domain/target";
import { sampleOf } from "../estimate/sample";
import { createReturnableStaging } from "../../staging/returnable-staging";
import { type AskSetting, createQuestions } from "../app-settings/questions";
import { type SettingsUnderWay, formChanged, readSettings } from "../app-settings/read-settings";
import type { SettledTarget } from "../journal/entries";
import { suspectedIdentifiers } from "../left-out/identifiers/suspected-identifiers";
import { leaveOutFields } from "../left-out/leave-out-fields";
import { readPreviousRecords } from "../previous/previous-records";
import { asStaged } from "../previous/take-over";
import { lookForHiddenRecords, tellHiddenRecords } from "../records/hidden-records";
import { readRecords } from "../records/read-records";
import type { Wanted } from "../records/record-desk";
import { lookAtSample } from "../records/sample";
import type { RunContext } from "../run-context";
import { createOneReader } from "./one-reader";
import { type TargetLedger, createTargetLedger } from "./target-ledger";

/** Why a target is read from its beginning once more. */
type Again = "form-changed" | "another-log-in";

/** How often a target is read: somebody who changes the app's form may go on doing so, a log-in is over. */
const ATTEMPTS: Record<Again, number> = { "form-changed": 2, "another-log-in": 5 };

/** A target that was read, as far as it could be. Exactly one of `keep` and `giveBack` ends it. */
export interface ReadTarget {
  target: Target;
  /** What ends the run, as far as it is known from reading. */
  ending?: BackupError;
  /** Puts what was read into the archive, and adds the result. Resolves to the error that ends the run, if there was one. */
  keep(results: TargetResult[]): Promise<BackupError | undefined>;
  /** Nothing of it will be in the archive. */
  giveBack(): Promise<void>;
}

/** Reads one target. Never rejects, so that the other targets are backed up too: the result names every problem. */
export async function readTarget(target: Target, context: RunContext): Promise<ReadTarget> {
  const settled = context.memory.settled(target);
  if (settled) {
    const giveBack = async () => undefined;
    return { target, giveBack, keep: (results) => recall(settled, results, context) };
  }
  const watch = stopwatch(context.clock);
  let attempt = await readAsOne(target, context);
  for (let count = 1; attempt.again && count < ATTEMPTS[attempt.again]; count += 1) {
    await throwAway(attempt.ledger, context);
    context.log.add({ kind: "target-read-again", target, because: attempt.again });
    attempt = await readAsOne(target, context);
  }
  const { ledger, again, ending } = attempt;
  if (again === "form-changed") bookOutdatedForm(ledger);
  if (again === "another-log-in") await disown(ledger, context);
  const seconds = watch();
  return {
    target,
    ...(ending && { ending }),
    giveBack: () => throwAway(ledger, context).catch(() => undefined),
    async keep(results) {
      const refused = await commit(ledger, seconds, context);
      const result = ledger.result(seconds);
      results.push(result);
      context.log.add({ kind: "target-finished", result });
      tellExceeded(target, context);
      return ending ?? refused;
    },
  };
}

function tellExceeded(target: Target, { budget, requestsToday, log }: RunContext): void {
  const { appId } = target;
  const { perAppAndDay } = budget;
  const requests = budget.usedBefore(appId) + requestsToday(appId);
  if (requests > perAppAndDay) log.add({ kind: "budget-exceeded", target, requests, perAppAndDay });
}

/** Takes over what an earlier attempt of the run settled. Resolves as `keep` does. */
async function recall(
  { facts, result: plain, entries }: SettledTarget,
  results: TargetResult[],
  { archive, staging, memory, progress, previous }: RunContext,
): Promise<BackupError | undefined> {
  const result = resultOf(plain);
  results.push(result);
  progress.recalled(result);
  archive.addTarget(facts);
  try {
    for (const { file: noted, ...label } of entries) {
      if (!noted) {
        const taken = previous?.entry(label.path);
        if (taken) await archive.add(asStaged(taken));
        continue;
      }
      const stored = async () => {
        const file = await memory.stored(noted);
        if (file) return file;
        throw new BackupError("ARCHIVE_DAMAGED", `${label.path} is gone`, { facts: { path: label.path } });
      };
      await archive.add(staging.adopt(label, noted, stored));
    }
    return undefined;
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (error.code !== "CANCELLED") result.problems.push({ step: error.step ?? "pack", error });
    result.status = error.code === "CANCELLED" ? "cancelled" : "failed";
    return error;
  }
}

/** One reading of a target, from its beginning. */
interface Attempt {
  ledger: TargetLedger;
  /** The form is another one than the records were read with, or somebody else may have been given the files. */
  again?: Again;
  /** What ends the run. */
  ending?: BackupError;
}

/** A target is read as one user, or not at all. */
async function readAsOne(target: Target, context: RunContext): Promise<Attempt> {
  const ledger = createTargetLedger(target, context);
  const reader = createOneReader(context.source, ledger.folder, context.memory, context.clock);
  const attempt = await read(ledger, { ...context, source: reader.source });
  if (context.signal.aborted) return attempt;
  try {
    return (await reader.isSame()) ? attempt : { ...attempt, again: "another-log-in" };
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (error.code !== "CANCELLED") await disown(ledger, context, error);
    return { ledger, ending: error };
  }
}

async function throwAway(ledger: TargetLedger, { progress, memory }: RunContext): Promise<void> {
  progress.takeBack(ledger.result(0));
  memory.forget(ledger.folder);
  await ledger.discard();
}

/** Nobody knows with whose rights it was read. */
async function disown(
  ledger: TargetLedger,
  context: RunContext,
  error = new BackupError("SESSION_EXPIRED", "Somebody logged in again each time that the app was read"),
): Promise<void> {
  await throwAway(ledger, context);
  ledger.problem("attachments", error);
  ledger.missing({ code: "FAILED", what: "app", text: error.message });
}

async function read(ledger: TargetLedger, runContext: RunContext): Promise<Attempt> {
  const staging = createReturnableStaging(runContext.staging);
  const context = { ...runContext, staging };
  let step: Step = "settings";
  let unread: "app" | "records" | undefined = "app";
  let settings: SettingsUnderWay | undefined;
  try {
    const lacking = lackingApp(ledger.target);
    if (lacking) throw lacking;
    const ask = createQuestions(ledger, context);
    const looks = ledger.target.include.records ? lookAhead(ask, ledger, context) : undefined;
    settings = await readSettings(ask, ledger, context).finally(() => looks?.settled);
    [step, unread] = ["records", "records"];
    await backUpRecords(settings, looks, ledger, context);
    [step, unread] = ["settings", undefined];
    await settings.archived;
    return (await formChanged(settings.form, ledger, context)) ? { ledger, again: "form-changed" } : { ledger };
  } catch (thrown) {
    const error = toBackupError(thrown);
    const alsoThrown = step === "records" ? await settings?.archived.catch(toBackupError) : undefined;
    if (error.code === "CANCELLED") ledger.cancel();
    else {
      ledger.problem(step, error);
      if (alsoThrown && alsoThrown.code !== "CANCELLED") ledger.problem("settings", alsoThrown);
      if (error.code === "NO_SPACE") {
        // The targets before this one are whole, and need room to be packed.
        unread = "app";
        await staging.giveBack();
        await ledger.discard().catch(() => undefined);
        context.memory.forget(ledger.folder);
      }
      if (unread) ledger.missing({ code: "FAILED", what: unread, text: error.message });
      // Whether the form changed is looked at when all was read, so here only the records can tell.
      if (ledger.formIsOutdated) bookOutdatedForm(ledger);
    }
    return { ledger, ...(endsTheRun(error) && { ending: error }) };
  } finally {
    // Until it is packed, a target must not hold on to open files: there may be hundreds. What cannot be closed is told when it is read.
    await staging.close(ledger.folder).catch(() => undefined);
  }
}

function bookOutdatedForm(ledger: TargetLedger): void {
  const text = "The form was changed while the records were read; they may not fit together.";
  ledger.problem("settings", new BackupError("FORM_CHANGED", text));
  ledger.missing({ code: "FAILED", what: "settings", text });
}

/** What is asked of the records, here and in the previous archive, while the form is: each answer takes as long as the other. */
function lookAhead(ask: AskSetting, { target: { query, ...app }, folder }: TargetLedger, context: RunContext) {
  const { source, previous: archive, beat } = context;
  const [count, sample] = [source.countRecords(app, { query }), lookAtSample(source, app, query, beat)];
  const previous = archive?.target(folder);
  const earlier = previous && readPreviousRecords(previous, source.recordsPerPage);
  const permissions = lookForHiddenRecords(ask, context);
  const settled = Promise.allSettled([count, sample, earlier, permissions]);
  return { count, sample, previous, earlier, permissions, settled };
}

async function backUpRecords(
  { form, commentsEnabled }: SettingsUnderWay,
  looks: ReturnType<typeof lookAhead> | undefined,
  ledger: TargetLedger,
  context: RunContext,
): Promise<void> {
  const { target } = ledger;
  const { include } = target;
  const leftOut = (["records", "attachments", "comments"] as const).filter((part) => !include[part]);
  for (const what of leftOut) ledger.missing({ code: "EXCLUDED", what, text: "Left out, as the target says." });
  if (!looks) {
    ledger.recordsComplete();
    return;
  }
  if (include.comments && !commentsEnabled) {
    const text = "Comments are switched off in the app; kintone does not give those that may exist.";
    ledger.missing({ code: "NOT_OFFERED_BY_KINTONE", what: "comments", text });
  }
  const [count, { records: sample, newestId, pageSize }] = await Promise.all([looks.count, looks.sample]);
  ledger.expectedRecords = count;
  context.log.add({ kind: "target-started", target, expectedRecords: count });
  // The sample itself is not kept: it may hold the very values that must stay out.
  const { suspects, ahead } = await context.memory.once(ledger.folder, "sample", async () => ({
    suspects: suspectedIdentifiers(form.fields, sample),
    ahead: {
      ...{ count, newestId, pageSize },
      recordCharacters: charactersOf(sample) / Math.max(1, sample.length),
      attachments: include.attachments ? attachmentsIn(sample, count, target.excludedFields) : 0,
    },
  }));
  const { previous } = looks;
  const records = await looks.earlier;
  const wanted: Wanted = {
    exclusion: leaveOutFields(form, suspects, ledger),
    comments: include.comments && commentsEnabled,
    ahead,
    ...(previous && records && { earlier: { previous, records, sample } }),
  };
  const permissions = await looks.permissions;
  await readRecords(form, wanted, ledger, context);
  await tellHiddenRecords(permissions, ledger, context);
}

function charactersOf(records: readonly KintoneRecord[]): number {
  return records.reduce((sum, record) => sum + JSON.stringify(record).length, 0);
}

function attachmentsIn(sample: readonly KintoneRecord[], count: number, excludedFields: readonly string[]): number {
  const { records, attachments } = sampleOf(sample, excludedFields);
  return records === 0 ? 0 : Math.ceil((attachments * count) / records);
}

/** Puts what was read into the archive. Resolves to the error that ends the run, if that failed. */
async function commit(ledger: TargetLedger, seconds: number, context: RunContext): Promise<BackupError | undefined> {
  if (context.signal.aborted || !ledger.target.appId) return undefined;
  try {
    await ledger.commit(seconds);
    return undefined;
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (error.code === "CANCELLED") ledger.cancel();
    else ledger.problem("pack", error);
    return error;
  }
}

/** The result of a target whose turn never came. */
export function leaveTargetOut(target: Target, reason: BackupError): TargetResult {
  const cancelled = reason.code === "CANCELLED";
  return {
    target,
    asked: askedOf(target),
    status: cancelled ? "cancelled" : "failed",
    problems: cancelled ? [] : [{ step: "targets", error: reason }],
    accepted: [],
    records: 0,
    attachments: 0,
    bytes: 0,
    seconds: 0,
    requests: 0,
  };
}
