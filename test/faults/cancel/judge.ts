import { verifyArchive } from "../../../src/archive/verify/verify-archive";
import { verifyVolume } from "../../../src/archive/verify/verify-volume";
import type { RunOutcome } from "../../../src/domain/outcome";
import type { CancelledRun } from "./cancelled-run";
import { WEATHERS } from "./weather";

/** Everything that a cancelled run owes and did not do. Empty when it stopped as it should. */
export async function judgeCancelled(run: CancelledRun): Promise<string[]> {
  const { bound } = WEATHERS[run.weather];
  const lies: string[] = [];
  if (run.seconds > bound) lies.push(`it went on for ${run.seconds.toFixed(1)} s, more than ${bound}`);
  if (run.afterTheEnd > 0) lies.push(`${run.afterTheEnd} requests were sent after its end`);
  if (!run.outcome) return [...lies, `it rejected: ${run.rejected}`];
  lies.push(...(await aboutFolder(run, run.outcome)), ...aboutHistory(run, run.outcome));
  // The volumes that were delivered may still be on their way out of a browser; nothing else is of any use.
  const kept = run.outcome.volumes.length;
  const surplus = run.left.filter((name) => !name.startsWith("volume")).length;
  if (surplus > 0 || run.left.length > kept) lies.push(`left in the workspace: ${run.left.join(", ")}`);
  return lies;
}

/** Cancelled with a part of the archive, or finished with all of it: never one with the look of the other. */
async function aboutFolder({ folder, moment }: CancelledRun, outcome: RunOutcome): Promise<string[]> {
  const lies: string[] = [];
  const names = [...folder.keys()].sort();
  const told = outcome.volumes.map(({ name }) => name).sort();
  if (names.join() !== told.join()) lies.push(`in the folder: ${names.join(", ")}; told: ${told.join(", ")}`);
  for (const [name, bytes] of folder) {
    const { findings } = await verifyVolume(randomAccess(bytes));
    for (const { code, message } of findings) lies.push(`${name} is not sound: ${code} ${message}`);
  }
  const volumes = [...folder].map(([name, bytes]) => ({ name, source: randomAccess(bytes) }));
  const isWhole = volumes.length > 0 && (await verifyArchive(volumes)).sound;
  if (outcome.status === "cancelled" && isWhole) lies.push("it is cancelled, and its archive looks whole");
  if (outcome.status === "success" && !isWhole) lies.push("it is a success, and its archive is not whole");
  if (outcome.status !== "cancelled" && outcome.status !== "success") lies.push(`it is ${outcome.status}`);
  if (outcome.status === "cancelled" && moment === "") lies.push("nobody cancelled it");
  return lies;
}

function aboutHistory(run: CancelledRun, outcome: RunOutcome): string[] {
  const { mayRemember } = WEATHERS[run.weather];
  const isTold = outcome.problems.some(({ step, error }) => step === "history" && error.code === "HISTORY_UNWRITABLE");
  if (outcome.historyRecordId === undefined) {
    if (mayRemember) return [`the history could not be written: ${outcome.problems.map(({ error }) => error).join()}`];
    return isTold ? [] : ["the history has no end of it, and nobody is told"];
  }
  const [record, ...others] = run.records;
  const lies: string[] = [];
  if (others.length > 0 || !record) lies.push(`the history has it ${run.records.length} times`);
  if (mayRemember && isTold) lies.push("a problem of the history is told, and there is none");
  const { run_status: status, run_lock: lock, run_log: log } = record?.values ?? {};
  if (status !== outcome.status) lies.push(`the history says ${String(status)}, not ${outcome.status}`);
  if (lock !== "") lies.push(`it still holds the lock: ${String(lock)}`);
  if (mayRemember && (log as unknown[]).length !== 1) lies.push("its record has no log");
  if (run.nextRefused !== undefined) lies.push(`the next run is refused: ${run.nextRefused}`);
  if (run.chainBreaks > 0) lies.push("the chain of the history is broken");
  const expected = outcome.results.map((result) => result.status).join();
  const last = run.lastStatuses.filter((one) => one !== "").join();
  if (mayRemember && last !== expected) lies.push(`the targets say ${last}, not ${expected}`);
  return lies;
}

function randomAccess(bytes: Uint8Array<ArrayBuffer>) {
  return { size: bytes.length, bytes: async (start: number, end: number) => bytes.slice(start, end) };
}
