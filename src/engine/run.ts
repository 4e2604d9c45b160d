import { createArchiveBuilder } from "./archive-builder";
import { backUpTarget, leaveTargetOut } from "./back-up-target";
import { BackupError, toBackupError } from "./errors";
import { createHeartbeat } from "./heartbeat";
import { createRunLog } from "./log";
import type { RunOutcome, RunStart } from "./outcome";
import { createProgressTracker } from "./progress-tracker";
import type { RunContext, RunOptions, RunParts } from "./run-context";
import { type RunLedger, createRunLedger } from "./run-ledger";
import { createStaging } from "./staging";
import type { Target } from "./target";

/**
 * One attempt over all enabled targets: what the button and the command line both start.
 *
 * Resolves with the facts of the run, however it ended. Rejects only with `ANOTHER_RUN`: then nothing was done, and
 * there is nothing to remember. A history that cannot be written does not stop the run; the outcome says so.
 */
export async function runBackup(start: RunStart, options: RunOptions, parts: RunParts): Promise<RunOutcome> {
  const log = createRunLog(parts.clock, parts.describe);
  const ledger = createRunLedger(start, parts, log);
  const heartbeat = createHeartbeat(parts.history, parts.clock, ledger.results);
  const progress = createProgressTracker(parts.clock, (state) => {
    parts.report(state);
    heartbeat.beat();
  });
  const context: RunContext = {
    ...parts,
    options,
    log,
    progress,
    staging: createStaging(parts.workspace),
    archive: createArchiveBuilder(options, { ...parts, run: start, progress, log }),
  };

  await begin(start, context);
  await ledger.attempt("targets", async () => {
    const targets = await findTargets(context);
    log.add({ kind: "run-started", runId: start.runId, operator: start.operator.code, targets: targets.length });
    await backUpTargets(targets, ledger, context);
  });
  if (!ledger.cancelled) await packAndDeliver(ledger, context);
  if (ledger.volumes.length === 0) await parts.workspace.clear();

  const outcome = ledger.outcome();
  log.add({ kind: "run-finished", status: outcome.status, requests: outcome.requests });
  progress.phase("recording");
  await heartbeat.stop();
  await remember(outcome, ledger, context);
  return outcome;
}

/** A history that cannot be written now is tried again at the end; only then is it a problem of the run. */
async function begin(start: RunStart, { history, log }: RunContext): Promise<void> {
  try {
    await history.begin(start);
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (error.code === "ANOTHER_RUN") throw error;
    log.add({ kind: "problem", target: undefined, problem: { step: "history", error } });
  }
}

async function findTargets({ targets }: RunContext): Promise<Target[]> {
  const enabled = await targets.enabled();
  if (enabled.length === 0) throw new BackupError("NO_TARGETS", "No target is enabled");
  return enabled;
}

async function backUpTargets(targets: readonly Target[], ledger: RunLedger, context: RunContext): Promise<void> {
  context.progress.phase("reading");
  await countAhead(targets, context);
  for (const [index, target] of targets.entries()) {
    context.progress.target(target, index + 1, targets.length);
    try {
      await backUpTarget(target, ledger.results, context);
    } catch (thrown) {
      const error = toBackupError(thrown);
      for (const left of targets.slice(index + 1)) ledger.results.push(leaveTargetOut(left, error));
      throw error;
    }
  }
}

/** How many records there will be, for the progress. A target that cannot be counted tells so itself when its turn comes. */
async function countAhead(targets: readonly Target[], { source, progress, signal }: RunContext): Promise<void> {
  let total = 0;
  for (const target of targets) {
    if (!target.appId) continue;
    try {
      total += await source.countRecords(target, { query: target.query });
    } catch (thrown) {
      if (signal.aborted) throw thrown;
    }
  }
  progress.expectRecords(total);
}

/** Also after an error that ended the reading: what was read until then is worth having. */
async function packAndDeliver(ledger: RunLedger, { archive, destination, log, progress }: RunContext): Promise<void> {
  await ledger.attempt("pack", async () => {
    ledger.volumes.push(...(await archive.finish()));
  });
  if (ledger.volumes.length === 0) return;
  progress.phase("delivering");
  await ledger.attempt("deliver", async () => {
    for (const volume of ledger.volumes) {
      await destination.deliver(volume);
      log.add({ kind: "volume-delivered", volume, destination: destination.kind });
    }
  });
}

/** What goes wrong here still gets into the outcome, for the one who waits for it. */
async function remember(outcome: RunOutcome, ledger: RunLedger, { history, targets, log }: RunContext): Promise<void> {
  await ledger.attempt("history", () => targets.recordResults(outcome.results, outcome.finishedAt));
  await ledger.attempt("history", async () => {
    outcome.historyRecordId = await history.finish(outcome, log.text());
  });
}
