import { cancelledByUser } from "../domain/errors";
import { NO_RECORDS } from "./no-records";
import { createPlanReport } from "./report/plan-report";
import type { KeptRestore, RestoreWorld } from "./run-restore";
import { recollect, resultsOf } from "./write/recollection";

/** What giving up a restore came to. */
export interface DiscardedRestore {
  historyRecordId: string;
  /** The records of a batch whose answer was lost with the attempt that sent it. */
  maybeWritten: readonly string[];
}

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
  const earlier = await recollect(journal);
  const report = createPlanReport(plan, await openReport());
  const counts = { ...NO_RECORDS };
  for (const result of resultsOf(earlier)) {
    counts[result.outcome] += 1;
    await report.result(result);
  }
  const { add, putBack, remove } = start.planned;
  const reached = counts.added + counts["put-back"] + counts.removed;
  const outcome = {
    ...({ ...start, verdict: "stopped", finishedAt: clock.now(), counts, stopped: why } as const),
    ...{ notReached: add + putBack + remove - reached, deviations: 0, requests: requests() },
  };
  await report.end(outcome, []);
  const ids = new Map([...earlier.added].map(([id, version]) => [id, version.id]));
  const historyRecordId = await restores.finish(outcome, { report: report.texts(), ids });
  return { historyRecordId, maybeWritten: earlier.open?.ids ?? [] };
}
