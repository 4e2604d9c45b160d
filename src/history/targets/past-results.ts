import type { PastResult } from "../../domain/past-result";
import type { RecordStore } from "../../domain/record-store";
import type { AppRef } from "../../domain/target";
import { RUNS_OVER_TARGETS } from "../app-definition/conditions";
import { appKey, toldRun } from "../overview/told-run";

/** The newest result of a target counts, so these suffice; each record holds a table of all targets of its run. */
const RUNS = 5;

/** What the latest runs whose archive arrived tell of a target: its newest success, if there is one among them. */
export async function pastResults(store: RecordStore): Promise<(app: AppRef) => PastResult | undefined> {
  const records = await store.find(
    `${RUNS_OVER_TARGETS} and run_status in ("success", "partial") order by $id desc limit ${RUNS}`,
  );
  const found = new Map<string, PastResult>();
  for (const run of records.map(toldRun)) {
    const entryBytes = run.results.reduce((sum, { bytes }) => sum + bytes, 0);
    const at = new Date(run.startedAt);
    if (entryBytes === 0 || run.bytes === 0 || Number.isNaN(at.getTime())) continue;
    const zippedShare = run.bytes / entryBytes;
    for (const { key, status, records: count, attachments, bytes, seconds } of run.results) {
      if (status !== "success" || found.has(key)) continue;
      found.set(key, { records: count, attachments, bytes, seconds, zippedShare, at });
    }
  }
  return ({ appId, guestSpaceId = "" }) => found.get(appKey(appId, guestSpaceId));
}
