import type { AppRecord, RecordStore } from "../../domain/record-store";
import { archivedRunId, returnedRunId } from "./returned-run";
import { runVolumes } from "./run-volumes";

/** The record that tells of a run's archive: a run that came back after it was taken for dead has two. */
export async function recordOfArchive(store: RecordStore, runId: string): Promise<AppRecord | undefined> {
  const archived = archivedRunId(runId);
  const records = await store.find(`run_id in ("${archived}", "${returnedRunId(archived)}") order by $id asc limit 2`);
  return records.find((record) => (runVolumes(record)?.volumes.length ?? 0) > 0);
}
