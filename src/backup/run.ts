import { type BackupError, toBackupError } from "../domain/errors";
import { createHeartbeat } from "../domain/heartbeat";
import { createLog } from "../domain/log";
import type { RunOutcome, RunStart } from "../domain/outcome";
import { createProgressTracker } from "../domain/progress-tracker";
import { type RequestBudget, NONE_USED, createRequestBudget } from "../domain/request-budget";
import { createStaging } from "../staging/staging";
import { createMemory } from "./journal/memory";
import { backUpDomain } from "./kintone-domain/back-up-domain";
import { answeringPlaces } from "./place-errors";
import type { RunContext, RunOptions, RunParts } from "./run-context";
import { type RunLedger, createRunLedger } from "./run-ledger";
import { RUN_PHASES, type RunProgress } from "./run-progress";
import { backUpTargets, findTargets } from "./targets/back-up-targets";
import { createArchiveBuilder } from "./volumes/archive-builder";
import { createArchiveName } from "./volumes/archive-name";
import { packAndDeliver } from "./volumes/deliver";

/**
 * One attempt over all enabled targets: what the button and the command line both start. With the journal of a run that was
 * broken off, the run goes on where it was: what was read is not read again, and the archive is what it would have been.
 *
 * Resolves with the facts of the run, however it ended. Rejects only with `ANOTHER_RUN`: then nothing was done, and
 * there is nothing to remember. No history, no run: when it is refused for good, or kintone cannot be reached and waiting would not help, the run ends as a failed one before anything is
 * read (`wasRefused`). A history that cannot be written for what may pass does not stop the run; the outcome says so.
 */
export async function runBackup(start: RunStart, options: RunOptions, world: RunParts): Promise<RunOutcome> {
  const parts = answeringPlaces(world);
  const memory = await createMemory(parts.journal, parts, parts.previous);
  const log = createLog(parts.clock, parts.describe, memory);
  parts.onWaiting?.((waiting) => log.add(waiting.waitingFor ? { kind: "waiting", waiting } : { kind: "waited" }));
  const requests = () => memory.requests + parts.requests();
  const ledger = createRunLedger(start, { ...parts, requests }, log);
  const heartbeat = createHeartbeat(parts.clock, {
    news: () => ledger.results.length,
    report: () => parts.history.report(ledger.results),
  });
  const tell = (state: RunProgress) => {
    heartbeat.beat();
    parts.report(state);
  };
  const progress = createProgressTracker(RUN_PHASES, parts.clock, tell, requests);
  const archiveName = createArchiveName({ ...options, run: start, places: parts.places, memory, log });
  const beginning: Omit<RunContext, "budget"> = {
    ...parts,
    options,
    ...{ log, progress, memory, archiveName },
    staging: createStaging(parts.workspace, memory.kept, memory.toldNames),
    archive: createArchiveBuilder(options.volumeLimits, {
      ...parts,
      run: start,
      nameOf: archiveName.ofVolume,
      progress,
      log,
      memory,
    }),
    beat: heartbeat.beat,
    shareOfMemory: () => 1,
  };

  const refusal = await begin(start, beginning);
  if (refusal) return endRefused(refusal, ledger, beginning);
  if (parts.shortage) log.add({ kind: "little-room", shortage: parts.shortage });
  const context = { ...beginning, budget: await budgetOf(beginning) };
  await ledger.attempt("targets", async () => {
    const targets = await findTargets(start, ledger, context);
    const ending = await backUpTargets(targets, ledger, context);
    await backUpDomain(targets, ending, ledger, context);
  });
  if (!ledger.cancelled) await packAndDeliver(ledger, context);
  await archiveName.release();
  // What cannot be cleared now is swept by a later run; it must not keep this one from being remembered.
  if (ledger.volumes.length === 0) {
    await memory.end();
    await parts.workspace.clear().catch(() => undefined);
  }

  const outcome = ledger.outcome();
  const today = parts.today();
  for (const result of outcome.results) {
    const { appId } = result.target;
    result.requestsOfLastDay = memory.requestsOfDay(today, appId) + parts.requestsToday(appId);
  }
  log.add({ kind: "run-finished", status: outcome.status, requests: outcome.requests });
  progress.phase("recording");
  await heartbeat.stop();
  await remember(outcome, ledger, context);
  await memory.end();
  return outcome;
}

/**
 * A history that cannot be written now is tried again at the end; only then is it a problem of the run. Resolves to why there
 * must be no run, if so.
 */
async function begin(
  start: RunStart,
  { history, log }: Pick<RunContext, "history" | "log">,
): Promise<BackupError | undefined> {
  try {
    await history.begin(start);
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (error.code === "ANOTHER_RUN") throw error;
    if (error.code === "HISTORY_REFUSED" || error.code === "UNREACHABLE") return error;
    log.add({ kind: "problem", target: undefined, problem: { step: "history", error } });
  }
  return undefined;
}

/** Beside earlier runs, earlier attempts of this one may have asked of an app today. */
async function budgetOf(context: Omit<RunContext, "budget">): Promise<RequestBudget> {
  const { options, today, log, memory, usedRequests } = context;
  const used = await usedRequests?.().catch(() => log.add({ kind: "used-requests-unknown" }));
  const day = today();
  const { of } = used?.day === day ? used : NONE_USED;
  const sum = { day, of: (appId: string) => of(appId) + memory.requestsOfDay(day, appId) };
  return createRequestBudget(options.requestLimits, sum, context);
}

/** Nothing was begun. What an earlier attempt had read stays: when the right is there again, the run can go on. */
async function endRefused(
  refusal: BackupError,
  ledger: RunLedger,
  { memory, workspace }: Pick<RunContext, "memory" | "workspace">,
): Promise<RunOutcome> {
  await ledger.attempt("history", () => Promise.reject(refusal));
  if (!memory.resumes) {
    await memory.end();
    await workspace.clear().catch(() => undefined);
  }
  return ledger.outcome();
}

/** What goes wrong here still gets into the outcome, for the one who waits for it. */
async function remember(outcome: RunOutcome, ledger: RunLedger, { history, targets, log }: RunContext): Promise<void> {
  await ledger.attempt("history", () => {
    const { results, finishedAt, saved } = outcome;
    return targets.recordResults(results, finishedAt, saved === "saved");
  });
  await ledger.attempt("history", async () => {
    outcome.historyRecordId = await history.finish(outcome, log.lines());
  });
}
