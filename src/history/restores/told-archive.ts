import type { RecordStore } from "../../domain/record-store";
import { RUNS } from "../app-definition/conditions";
import { returnedRunId } from "../runs/returned-run";

/** Whether a run with that id and digest is in the history. */
export async function isTold(
  store: RecordStore,
  { runId, digest }: { runId: string; digest: string },
): Promise<boolean> {
  const ids = [runId, returnedRunId(runId)].map((id) => JSON.stringify(id)).join(", ");
  const runs = await store.find(`${RUNS} and run_id in (${ids}) order by $id asc limit 2`);
  return runs.some((run) => String(run.run_archive_digest?.value).toLowerCase() === digest.toLowerCase());
}
