import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { PastSizes } from "../../domain/room";
import type { AppRef } from "../../domain/target";
import { RUNS_OVER_TARGETS } from "../app-definition/conditions";

/** The newest of the targets' sizes count, so these suffice; each record holds a table of all targets of its run. */
const RUNS = 5;

/**
 * What the latest runs whose archive arrived tell about sizes. Of a target, its newest success counts; without any, the
 * newest time when something was missing. `undefined` when no run tells anything.
 */
export async function pastSizes(store: RecordStore): Promise<PastSizes | undefined> {
  const runs = await store.find(
    `${RUNS_OVER_TARGETS} and run_status in ("success", "partial") order by $id desc limit ${RUNS}`,
  );
  const told = runs.map(toldBy).filter((run) => run.entryBytes > 0 && run.zipBytes > 0);
  const [newest] = told;
  if (!newest) return undefined;
  const results = told.flatMap((run) => run.results);
  const find = (target: AppRef, status: string) =>
    results.find((result) => result.status === status && result.key === keyOf(target.appId, target.guestSpaceId));
  // A whole run compresses like a whole run: what of a broken one arrived may be of another kind.
  const { zipBytes, entryBytes } = told.find((run) => run.isWhole) ?? newest;
  return {
    of: (target) => (find(target, "success") ?? find(target, "partial"))?.bytes,
    zippedShare: zipBytes / entryBytes,
    lastRun: newest.startedAt,
  };
}

function toldBy(record: AppRecord) {
  const results = (record.run_results?.value ?? []).map(({ value }) => ({
    key: keyOf(textOf(value.result_app_id), textOf(value.result_guest_space_id)),
    status: textOf(value.result_status),
    bytes: Number(textOf(value.result_bytes)),
  }));
  return {
    results,
    entryBytes: results.reduce((sum, { bytes }) => sum + bytes, 0),
    zipBytes: Number(textOf(record.run_bytes)),
    isWhole: textOf(record.run_status) === "success",
    startedAt: new Date(textOf(record.run_started_exact)),
  };
}

function keyOf(appId: string, guestSpaceId = ""): string {
  return `${guestSpaceId}/${appId}`;
}

function textOf(cell: { value: unknown } | undefined): string {
  return String(cell?.value ?? "");
}
