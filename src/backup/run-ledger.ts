import { archiveDigest } from "../archive/manifest/archive-digest";
import { secondsBetween, stopwatch } from "../domain/clock";
import { type BackupError, type Step, toBackupError } from "../domain/errors";
import { type Problem, type RunOutcome, type RunStart, type TargetResult, zipOf } from "../domain/outcome";
import type { FinalStatus } from "../domain/status";
import type { RunLog } from "./log-event";
import type { RunParts } from "./run-context";
import { type PackedVolume, volumeFacts } from "./volumes/pack-volume";
import { type PlaceBooks, fullest, openPlaceBooks, placedArchive, savedAtAll } from "./volumes/place-books";

/** The books of a run: what came of each target, of each step, and of the run as a whole. */
export interface RunLedger {
  readonly results: TargetResult[];
  /** What came of the archive at each place. */
  readonly places: readonly PlaceBooks[];
  /** The volumes that were delivered, to the place that has the most of them. */
  readonly volumes: readonly PackedVolume[];
  /**
   * Does one step of the run, and books what it throws. Rejects only with `ANOTHER_RUN`, which is no outcome of this run.
   */
  attempt(step: Step, work: () => Promise<void>): Promise<void>;
  /** Books what went wrong and concerns no single target; the step goes on. */
  problem(step: Step, error: BackupError): void;
  /** What people have to know of the run, and nothing is missing for it. */
  tell(step: Step, error: BackupError): void;
  cancel(): void;
  readonly cancelled: boolean;
  outcome(): RunOutcome;
}

export function createRunLedger(start: RunStart, parts: RunParts, log: RunLog): RunLedger {
  const results: TargetResult[] = [];
  const places = parts.places.map(openPlaceBooks);
  const problems: Problem[] = [];
  const told: Problem[] = [];
  let cancelled = false;
  const watch = stopwatch(parts.clock);
  /** Of a run that goes on, since its first attempt began. */
  const secondsBefore = Math.max(0, secondsBetween(start.startedAt, parts.clock.now()));

  const book = (books: Problem[], problem: Problem) => {
    books.push(problem);
    log.add({ kind: "problem", target: undefined, problem });
  };

  const ledger: RunLedger = {
    results,
    places,
    get volumes() {
      return fullest(places);
    },
    async attempt(name, work) {
      try {
        await work();
      } catch (thrown) {
        const error = toBackupError(thrown);
        if (error.code === "ANOTHER_RUN") throw error;
        // Once it was cancelled, it is cancelled, whatever else goes wrong on the way to its end; but the history is told of.
        const isCancelled = error.code === "CANCELLED" || (parts.signal.aborted && name !== "history");
        if (isCancelled) ledger.cancel();
        else ledger.problem(name, error);
      }
    },
    problem: (step, error) => book(problems, { step: error.step ?? step, error }),
    tell: (step, error) => book(told, { step, error }),
    cancel() {
      cancelled = true;
    },
    get cancelled() {
      return cancelled;
    },
    outcome() {
      const { volumes } = ledger;
      const undelivered = problems.find(({ step }) => step === "pack" || step === "verify" || step === "deliver");
      const isEmpty = volumes.length === 0;
      const isKept = !cancelled && !undelivered && !isEmpty;
      const kept = isKept ? results : results.map((result) => notKept(result, cancelled, undelivered));
      return {
        ...start,
        historyRecordId: undefined,
        status: cancelled ? "cancelled" : statusOf(kept, problems),
        finishedAt: parts.clock.now(),
        seconds: secondsBefore + watch(),
        results: kept,
        problems,
        told,
        volumes: volumes.map(volumeFacts),
        archiveDigest: isEmpty ? undefined : archiveDigest(volumes.map(zipOf)),
        destination: places.map(({ place }) => place.name).join(", "),
        places: volumes.length === 0 ? [] : places.map((books) => placedArchive(books, volumes)),
        saved: savedAtAll(places, volumes),
        records: total(results, "records"),
        attachments: total(results, "attachments"),
        bytes: total(volumes, "size"),
        requests: parts.requests(),
      };
    },
  };
  return ledger;
}

/** What was read is worth nothing when the archive with it did not arrive: no target may count as backed up then. */
function notKept(result: TargetResult, cancelled: boolean, undelivered: Problem | undefined): TargetResult {
  if (result.status === "failed") return result;
  if (undelivered) return { ...result, status: "failed", problems: [...result.problems, undelivered] };
  return { ...result, status: cancelled ? "cancelled" : "failed" };
}

/**
 * `success` only when every target is one and nothing else went wrong. A history that cannot be written takes nothing
 * from the archive: it is told beside the status, not by it.
 */
function statusOf(results: readonly TargetResult[], problems: readonly Problem[]): FinalStatus {
  if (results.every(({ status }) => status === "failed")) return "failed";
  const wholeArchive = problems.every(({ step }) => step === "history");
  return wholeArchive && results.every(({ status }) => status === "success") ? "success" : "partial";
}

function total<Key extends string>(items: ReadonlyArray<Record<Key, number>>, key: Key): number {
  return items.reduce((sum, item) => sum + item[key], 0);
}
