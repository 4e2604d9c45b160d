import { backUpTarget, leaveTargetOut } from "./back-up-target";
import { BackupError, toBackupError } from "../errors";
import type { RunStart, TargetResult } from "../outcome";
import type { RunContext } from "../run-context";
import type { RunLedger } from "../run-ledger";
import type { Target } from "../target";

/**
 * The enabled targets; of a run that goes on, those that it began with. Rejects with `NO_TARGETS` when there are none: a
 * backup of nothing is a failure.
 */
export async function findTargets(start: RunStart, { targets, log, memory }: RunContext): Promise<readonly Target[]> {
  if (memory.targets) {
    const { settledTargets: settled, requests } = memory;
    log.add({ kind: "run-resumed", targets: memory.targets.length, settled, requests });
    return memory.targets;
  }
  const enabled = await targets.enabled();
  log.add({ kind: "run-started", runId: start.runId, operator: start.operator.code, targets: enabled.length });
  if (enabled.length === 0) throw new BackupError("NO_TARGETS", "No target is enabled");
  await memory.begun(enabled);
  return enabled;
}

/** Backs up one target after the other. What goes wrong is in the ledger's results: every target gets one. */
export async function backUpTargets(targets: readonly Target[], ledger: RunLedger, context: RunContext): Promise<void> {
  context.progress.phase("reading");
  await countAhead(targets, context);
  for (const [index, target] of targets.entries()) {
    context.progress.target(target, index + 1, targets.length);
    const ending = (await backUpTarget(target, ledger.results, context)) ?? outage(ledger.results);
    if (!ending) continue;
    if (ending.code === "CANCELLED") ledger.cancel();
    for (const left of targets.slice(index + 1)) ledger.results.push(leaveTargetOut(left, ending));
    return;
  }
}

/** After so many targets in a row that failed for a reason that may pass, kintone is away, and each more costs minutes. */
const OUTAGE_AFTER = 3;

function outage(results: readonly TargetResult[]): BackupError | undefined {
  const latest = results
    .slice(-OUTAGE_AFTER)
    .map(({ status, problems }) => (status === "failed" ? problems[0] : undefined));
  if (latest.length < OUTAGE_AFTER || !latest.every((problem) => problem?.error.retryable)) return undefined;
  return latest[0]?.error;
}

/**
 * How many records there will be, for the progress. A target that cannot be counted tells why when its turn comes; when
 * the reason may pass, the others are not asked: their turn comes too.
 */
async function countAhead(targets: readonly Target[], { source, progress, signal, beat }: RunContext): Promise<void> {
  let total = 0;
  for (const target of targets) {
    try {
      total += target.appId && target.include.records ? await source.countRecords(target, { query: target.query }) : 0;
    } catch (thrown) {
      if (signal.aborted || toBackupError(thrown).retryable) return;
    }
    beat();
  }
  progress.expectRecords(total);
}
