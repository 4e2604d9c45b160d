import { archiveDigest } from "../archive/manifest";
import type { PackedVolume } from "./archive-builder";
import { type BackupError, type Step, toBackupError } from "./errors";
import type { RunLog } from "./log";
import type { FinalStatus, Problem, RunOutcome, RunStart, TargetResult } from "./outcome";
import type { RunParts } from "./run-context";

/** The books of a run: what came of each target, of each step, and of the run as a whole. */
export interface RunLedger {
  readonly results: TargetResult[];
  readonly volumes: PackedVolume[];
  problem(step: Step, error: BackupError): void;
  /**
   * Does one step of the run. What it throws is booked; resolves to whether the step was done. Rejects only with
   * `ANOTHER_RUN`, which is no outcome of this run.
   */
  attempt(step: Step, work: () => Promise<void>): Promise<boolean>;
  readonly cancelled: boolean;
  outcome(): RunOutcome;
}

export function createRunLedger(start: RunStart, parts: RunParts, log: RunLog): RunLedger {
  const results: TargetResult[] = [];
  const volumes: PackedVolume[] = [];
  const problems: Problem[] = [];
  let cancelled = false;

  const ledger: RunLedger = {
    results,
    volumes,
    problem(step, error) {
      problems.push({ step, error });
      log.add({ kind: "problem", target: undefined, problem: { step, error } });
    },
    async attempt(step, work) {
      try {
        await work();
        return true;
      } catch (thrown) {
        const error = toBackupError(thrown);
        if (error.code === "ANOTHER_RUN") throw error;
        if (error.code === "CANCELLED") cancelled = true;
        else ledger.problem(step, error);
        return false;
      }
    },
    get cancelled() {
      return cancelled;
    },
    outcome: () => ({
      ...start,
      historyRecordId: undefined,
      status: cancelled ? "cancelled" : statusOf(results, problems),
      finishedAt: parts.clock.now(),
      results,
      problems,
      volumes: volumes.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
      archiveDigest: volumes.length > 0 ? archiveDigest(volumes) : undefined,
      destination: parts.destination.kind,
      records: total(results, "records"),
      attachments: total(results, "attachments"),
      bytes: total(volumes, "size"),
      requests: parts.requests(),
    }),
  };
  return ledger;
}

/**
 * `success` only when every target is one and nothing else went wrong. A history that cannot be written takes nothing
 * from the archive: it is told beside the status, not by it.
 */
function statusOf(results: readonly TargetResult[], problems: readonly Problem[]): FinalStatus {
  const ofTheArchive = problems.filter(({ step }) => step !== "history");
  if (results.length > 0 && ofTheArchive.length === 0 && results.every(({ status }) => status === "success"))
    return "success";
  const nothingDelivered = ofTheArchive.some(({ step }) => step === "pack" || step === "deliver");
  const nothingRead = results.every(({ status }) => status === "failed");
  return nothingDelivered || nothingRead ? "failed" : "partial";
}

function total<Key extends string>(items: ReadonlyArray<Record<Key, number>>, key: Key): number {
  return items.reduce((sum, item) => sum + item[key], 0);
}
