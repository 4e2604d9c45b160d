import { BackupError, cancelledByUser, toBackupError } from "../../domain/errors";
import { inOrder } from "../../domain/in-order";
import type { RunStart, TargetResult } from "../../domain/outcome";
import { type Rule, ruleName } from "../../domain/rule";
import type { Target } from "../../domain/target";
import { toldRuleNews } from "../../domain/told-rule-news";
import { foreseenRequests } from "../estimate/foreseen-requests";
import type { RunContext } from "../run-context";
import type { RunLedger } from "../run-ledger";
import { keepToBudget } from "./held-back";
import { type HeldBack, inTurn } from "./in-turn";
import { type ReadTarget, leaveTargetOut, readTarget } from "./read-target";

/**
 * The enabled targets; of a run that goes on, those that it began with. Rejects with `NO_TARGETS` when there are none: a
 * backup of nothing is a failure.
 */
export async function findTargets(
  start: RunStart,
  ledger: Pick<RunLedger, "tell">,
  context: RunContext,
): Promise<readonly Target[]> {
  const { targets, log, memory } = context;
  if (memory.targets) {
    const { settledTargets: settled, requests } = memory;
    log.add({ kind: "run-resumed", targets: memory.targets.length, settled, requests });
    await tellNews(memory.targets, ledger, context);
    return memory.targets;
  }
  const enabled = await targets.enabled();
  log.add({ kind: "run-started", runId: start.runId, operator: start.operator.code, targets: enabled.length });
  for (const [rule, apps] of appsByRule(enabled)) log.add({ kind: "rule-worked-out", rule, apps });
  await tellNews(enabled, ledger, context);
  if (enabled.length === 0) throw new BackupError("NO_TARGETS", "No target is enabled");
  await memory.begun(enabled);
  return enabled;
}

function appsByRule(targets: readonly Target[]): Array<[rule: Rule, apps: number]> {
  const found = new Map<string, [Rule, number]>();
  for (const { rule, appId } of targets) {
    if (!rule) continue;
    const before = found.get(ruleName(rule))?.[1] ?? 0;
    found.set(ruleName(rule), [rule, before + (appId ? 1 : 0)]);
  }
  return [...found.values()];
}

/**
 * What was a target, and is none any more or was made to look like none, is told: no result of it would. So is what a rule stands for
 * and did not in the run before.
 */
async function tellNews(
  present: readonly Target[],
  ledger: Pick<RunLedger, "tell">,
  { targets, log }: RunContext,
): Promise<void> {
  for (const { appId, guestSpaceId, appName, retyped } of present) {
    if (retyped === undefined) continue;
    const facts = { app: appId, ...(guestSpaceId !== undefined && { guestSpaceId }), ...(appName && { appName }) };
    ledger.tell("targets", new BackupError("TARGET_RETYPED", `The target's record is a ${retyped}`, { facts }));
  }
  const news = await targets.news(present).catch(() => log.add({ kind: "lost-targets-unknown" }));
  for (const { appId, guestSpaceId, appName, became, known } of news?.lost ?? []) {
    const facts = {
      ...{ app: appId, ...(guestSpaceId !== undefined && { guestSpaceId }), ...(appName && { appName }) },
      ...(known && { operator: known.by, since: known.at }),
    };
    const code = became === "gone" ? "TARGET_GONE" : "TARGET_DISABLED";
    ledger.tell("targets", new BackupError(code, "It was a target of the run before", { facts }));
  }
  for (const one of news?.rules ?? []) ledger.tell("targets", toldRuleNews(one));
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
  const ending = (await withoutName(context)) ?? (await readAll(targets, ledger, context));
  if (!ending) return undefined;
  if (ending.code === "CANCELLED") ledger.cancel();
  for (const target of targets.slice(ledger.results.length)) ledger.results.push(leaveTargetOut(target, ending));
  return ending;
}

/** Resolves to why there is no name under which the archive could be delivered, if so: then nothing need be read. */
async function withoutName({ archiveName, log }: RunContext): Promise<BackupError | undefined> {
  try {
    await archiveName.claim();
    return undefined;
  } catch (thrown) {
    const error = toBackupError(thrown);
    log.add({ kind: "problem", target: undefined, problem: { step: "deliver", error } });
    return error;
  }
}

/** Resolves to what ends the run, if anything does. */
async function readAll(
  targets: readonly Target[],
  ledger: RunLedger,
  context: RunContext,
): Promise<BackupError | undefined> {
  const heldBack = keepToBudget(targets, context);
  const counted = countAhead(targets, context);
  const backUp = (atOnce: number) => backUpRest(targets, { atOnce, heldBack }, ledger, context);
  let ending = await backUp(TARGETS_AT_ONCE);
  // One that fits may have met the room that those behind it took: by itself, it gets another chance.
  if (ending?.code === "NO_SPACE") ending = await backUp(1);
  await counted;
  return ending;
}

/** Those that have no result yet. Resolves to what ends the run, if anything does. */
async function backUpRest(
  targets: readonly Target[],
  { atOnce, heldBack }: { atOnce: number; heldBack: HeldBack<Target> },
  ledger: RunLedger,
  context: RunContext,
): Promise<BackupError | undefined> {
  const stopping = new AbortController();
  const reading = readingContext(context, stopping.signal);
  let ending: BackupError | undefined;
  function* toRead() {
    for (const target of targets.slice(ledger.results.length)) if (!ending) yield target;
  }
  const tell = () => {
    const position = ledger.results.length + 1;
    const target = targets[position - 1];
    if (target) context.progress.target(target, position, targets.length);
  };

  tell();
  for await (const read of inTurn(toRead(), atOnce, reading.read, heldBack)) {
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
    const isUsedUp = budget.left(target.appId) === 0 && budget.overBudget !== "go-on";
    if (isUsedUp) throw new BackupError("OVER_BUDGET", "To be counted, it would have to wait");
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
    for await (const _ of inOrder(targets, context.options.requestsAtOnce, count));
  } catch {
    return;
  }
  progress.expect(sum);
}
