import { BackupError, cancelledByUser, toBackupError } from "../../domain/errors";
import { inOrder } from "../../domain/in-order";
import type { RunStart, TargetResult } from "../../domain/outcome";
import type { Target } from "../../domain/target";
import { foreseenRequests } from "../estimate/foreseen-requests";
import type { RunContext } from "../run-context";
import type { RunLedger } from "../run-ledger";
import { type ReadTarget, leaveTargetOut, readTarget } from "./read-target";

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

/**
 * How many are read at the same time: in a small app, most of the time goes by waiting for one answer before the next question
 * can be asked.
 */
const TARGETS_AT_ONCE = 8;

/**
 * Backs up the targets, while they are counted, and gives each a result, in their order. What goes wrong is in the results; what ends
 * the run is in those of the targets that are left, too. Resolves to that error, if there was one.
 */
export async function backUpTargets(
  targets: readonly Target[],
  ledger: RunLedger,
  context: RunContext,
): Promise<BackupError | undefined> {
  context.progress.phase("reading");
  const counted = countAhead(targets, context);
  let ending = await backUpRest(targets, TARGETS_AT_ONCE, ledger, context);
  // One that fits may have met the room that those behind it took: by itself, it gets another chance.
  if (ending?.code === "NO_SPACE") ending = await backUpRest(targets, 1, ledger, context);
  await counted;
  if (!ending) return undefined;
  if (ending.code === "CANCELLED") ledger.cancel();
  for (const target of targets.slice(ledger.results.length)) ledger.results.push(leaveTargetOut(target, ending));
  return ending;
}

/** Those that have no result yet. Resolves to what ends the run, if anything does. */
async function backUpRest(
  targets: readonly Target[],
  atOnce: number,
  ledger: RunLedger,
  context: RunContext,
): Promise<BackupError | undefined> {
  const stopping = new AbortController();
  const reading = readingContext(context, stopping.signal);
  let ending: BackupError | undefined;
  async function* inTurn() {
    for (const target of targets.slice(ledger.results.length)) if (!ending) yield target;
  }
  const tell = () => {
    const position = ledger.results.length + 1;
    const target = targets[position - 1];
    if (target) context.progress.target(target, position, targets.length);
  };

  tell();
  for await (const read of inOrder(inTurn(), atOnce, reading.read)) {
    if (atOnce > 1 && read.ending?.code === "NO_SPACE") ending ??= read.ending;
    if (ending) await read.giveBack();
    else ending = (await read.keep(ledger.results)) ?? outage(ledger.results);
    if (ending) stopping.abort(cancelledByUser());
    tell();
  }
  return ending;
}

/** What those that are read at the same time share: memory, and an end that comes before they are done. */
function readingContext(context: RunContext, stopping: AbortSignal) {
  const signal = AbortSignal.any([context.signal, stopping]);
  let underWay = 0;
  return {
    async read(target: Target): Promise<ReadTarget> {
      // Its turn came while the one before it was found to end the run.
      if (stopping.aborted) return { target, keep: async () => undefined, giveBack: async () => undefined };
      underWay += 1;
      try {
        return await readTarget(target, { ...context, signal, shareOfMemory: () => 1 / underWay });
      } finally {
        underWay -= 1;
      }
    },
  };
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
 * How many records there will be, for the progress, and how many requests that takes, for whoever must know beforehand. A target that
 * cannot be counted tells why when its turn comes; when the reason may pass, the others are not asked: their turn comes too.
 */
async function countAhead(targets: readonly Target[], context: RunContext): Promise<void> {
  const { source, progress, log, signal, beat, budget } = context;
  const sum = { records: 0, requests: 0 };
  const count = async (target: Target) => {
    beat();
    if (signal.aborted) throw cancelledByUser();
    if (!target.appId) return;
    try {
      const records = target.include.records ? await source.countRecords(target, { query: target.query }) : 0;
      const requests = foreseenRequests(target, records, source);
      sum.records += records;
      sum.requests += requests;
      const left = budget.left(target.appId);
      if (requests > left) log.add({ kind: "many-requests", target, requests, left, budget });
    } catch (thrown) {
      if (toBackupError(thrown).retryable) throw thrown;
    }
  };
  try {
    for await (const _ of inOrder(each(targets), context.options.requestsAtOnce, count));
  } catch {
    return;
  }
  progress.expect(sum);
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item, void, undefined> {
  yield* items;
}
