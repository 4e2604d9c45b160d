import { type BackupError, cancelledByUser, endsTheRun } from "../domain/errors";
import type { RestoreOutcome } from "../domain/restore-outcome";
import { sum } from "./no-records";
import { createPlanReport } from "./report/plan-report";
import type { KeptRestore, RestoreWorld } from "./run-restore";
import { createBooking } from "./write/booking";

/** What giving up a restore came to. */
export interface DiscardedRestore {
  outcome: RestoreOutcome;
  historyRecordId: string;
  /** The records of a batch whose answer was lost with the attempt that sent it. */
  maybeWritten: readonly string[];
}

/** Whoever comes back with a restore would find the same: its app is gone, or not for who restores. */
export const isForGood = (error: BackupError) => !error.retryable && !endsTheRun(error);

/**
 * Gives up a restore that was broken off: what it had written stays, and the history is told of it, with the new ids of records, so that nothing is added
 * twice by a later one. Writes nothing else. `why`: what keeps it from being gone on with; else somebody wants it so. Rejects when the history cannot be told: then it can be tried again.
 */
export async function discardRestore(
  { start, plan }: KeptRestore,
  {
    restores,
    journal,
    clock,
    planText,
    openReport,
    requests,
  }: Pick<RestoreWorld, "restores" | "journal" | "clock" | "planText" | "openReport" | "requests">,
  why = cancelledByUser(),
): Promise<DiscardedRestore> {
  await restores.begin(start, planText(plan));
  const report = createPlanReport(plan, await openReport());
  const maybeWritten: string[] = [];
  const { ended } = createBooking(async (result) => {
    if (result.outcome === "undecided") maybeWritten.push(result.id);
    await report.result(result);
  });
  const { counts, newIds: ids } = await ended(journal, why);
  const outcome: RestoreOutcome = {
    ...({ ...start, verdict: "stopped", finishedAt: clock.now(), counts, stopped: why } as const),
    ...{ notReached: sum(start.planned) - sum(counts), deviations: 0, requests: requests() },
  };
  await report.end(outcome, []);
  const historyRecordId = await restores.finish(outcome, { report: report.texts(), ids });
  return { outcome, historyRecordId, maybeWritten };
}
