import { secondsBetween } from "./clock";
import { BackupError, type Step, endsTheRun, toBackupError } from "./errors";
import type { TargetResult } from "./outcome";
import { readRecords } from "./read-records";
import { type Form, readSettings } from "./read-settings";
import type { RunContext } from "./run-context";
import type { Target } from "./target";
import { type TargetLedger, createTargetLedger } from "./target-ledger";

/**
 * Backs up one target and adds its result. Never rejects, so that the other targets are backed up too: the result names
 * every problem. Resolves to the error that ends the run, if there was one.
 */
export async function backUpTarget(
  target: Target,
  results: TargetResult[],
  context: RunContext,
): Promise<BackupError | undefined> {
  const began = context.clock.now();
  const ledger = createTargetLedger(target, context);
  const ending = await read(ledger, context);
  if (target.appId) context.archive.addTarget(ledger.facts());
  const result = ledger.result(secondsBetween(began, context.clock.now()));
  results.push(result);
  context.log.add({ kind: "target-finished", result });
  return ending;
}

async function read(ledger: TargetLedger, context: RunContext): Promise<BackupError | undefined> {
  let step: Step = "settings";
  try {
    if (!ledger.target.appId) {
      const facts = { record: ledger.target.recordId };
      throw new BackupError("TARGET_INCOMPLETE", "The target names no app", { facts, step: "targets" });
    }
    const form = await readSettings(ledger, context);
    step = "records";
    await backUpRecords(form, ledger, context);
    return undefined;
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (error.code === "CANCELLED") ledger.cancel();
    else {
      ledger.problem(step, error);
      ledger.missing({ code: "FAILED", what: step === "settings" ? "app" : "records", text: error.message });
    }
    return endsTheRun(error) ? error : undefined;
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
