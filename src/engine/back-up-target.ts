import { secondsBetween } from "./clock";
import { BackupError, endsTheRun, toBackupError } from "./errors";
import type { TargetResult } from "./outcome";
import { readRecords } from "./read-records";
import { type Form, readSettings } from "./read-settings";
import type { RunContext } from "./run-context";
import type { Target } from "./target";
import { type TargetLedger, createTargetLedger } from "./target-ledger";

/**
 * Backs up one target. Resolves whatever happens to it, so that the other targets are backed up too: the result names
 * every problem. Rejects only with an error that ends the run, after booking it.
 *
 * @param results the finished result is added here, also when this rejects
 */
export async function backUpTarget(target: Target, results: TargetResult[], context: RunContext): Promise<void> {
  const began = context.clock.now();
  const ledger = createTargetLedger(target, context);
  try {
    const form = await step("settings", ledger, async () => {
      if (!target.appId)
        throw new BackupError("TARGET_INCOMPLETE", "The target names no app", { facts: { record: target.recordId } });
      return readSettings(ledger, context);
    });
    if (form) await step("records", ledger, () => backUpRecords(form, ledger, context));
  } finally {
    if (target.appId) context.archive.addTarget(ledger.facts());
    const result = ledger.result(secondsBetween(began, context.clock.now()));
    results.push(result);
    context.log.add({ kind: "target-finished", result });
  }
}

/** The result of a target whose turn never came. */
export function leaveTargetOut(target: Target, reason: BackupError): TargetResult {
  const cancelled = reason.code === "CANCELLED";
  return {
    target,
    status: cancelled ? "cancelled" : "failed",
    problems: cancelled ? [] : [{ step: "targets", error: reason }],
    records: 0,
    attachments: 0,
    bytes: 0,
    seconds: 0,
  };
}

async function backUpRecords(form: Form, ledger: TargetLedger, context: RunContext): Promise<void> {
  ledger.expectedRecords = await context.source.countRecords(ledger.target, { query: ledger.target.query });
  context.log.add({ kind: "target-started", target: ledger.target, expectedRecords: ledger.expectedRecords });
  await readRecords(form, ledger, context);
  await compareCounts(ledger, context);
}

/** Asks kintone again how many records there are up to the last one that was read: fewer or more means that some changed meanwhile. */
async function compareCounts(ledger: TargetLedger, { source }: RunContext): Promise<void> {
  const { records, lastId } = ledger.facts();
  if (lastId !== undefined) {
    ledger.expectedRecords = await source.countRecords(ledger.target, { query: ledger.target.query, upToId: lastId });
  }
  const [expected, actual] = [ledger.expectedRecords, records.written];
  if (expected !== actual) {
    throw new BackupError("COUNT_MISMATCH", `${actual} of ${expected} records`, { facts: { expected, actual } });
  }
}

/** Runs a step; what it throws is booked, and thrown on only when it ends the run. */
async function step<Result>(
  name: "settings" | "records",
  ledger: TargetLedger,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (error.code === "CANCELLED") ledger.cancel();
    else {
      ledger.problem(name, error);
      ledger.missing({ code: "FAILED", what: name === "settings" ? "app" : "records", text: error.message });
    }
    if (endsTheRun(error)) throw error;
    return undefined;
  }
}
