import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { AppRef } from "../../domain/target";
import type { LostTarget } from "../../domain/targets";
import { RUNS } from "../app-definition/conditions";
import { departures } from "../changes/departures";
import { appKey, toldRun, type ToldRun } from "../overview/told-run";
import { allTargets } from "./all-targets";

/** Between the newest run and the one before it that had all targets, there may be some that were broken off, or had none. */
const RECENT_RUNS = 20;

/**
 * What the run before had and the present targets have not: deleted, switched off, or with another app. Nobody's right to do so
 * is doubted; but a target that is not there any more fails in no run, so that only this tells of it.
 */
export async function lostTargets(store: RecordStore, present: readonly AppRef[]): Promise<LostTarget[]> {
  const before = await runBefore(store);
  const keys = new Set(present.map(({ appId, guestSpaceId = "" }) => appKey(appId, guestSpaceId)));
  const lost = (before?.results ?? []).filter(({ key }) => !keys.has(key));
  if (lost.length === 0) return [];
  const [records, departureOf] = await Promise.all([allTargets(store), departures(store)]);
  const listed = new Set(records.map(keyOf));
  return lost.map(({ key, appId, guestSpaceId, appName }) => {
    const became = listed.has(key) ? "disabled" : "gone";
    const known = departureOf(appId, became);
    return { appId, appName, became, ...(guestSpaceId && { guestSpaceId }), ...(known && { known }) };
  });
}

/** One that was broken off tells of some of its targets only. */
async function runBefore(store: RecordStore): Promise<ToldRun | undefined> {
  const records = await store.find(
    `${RUNS} and run_status not in ("running", "interrupted") order by $id desc limit ${RECENT_RUNS}`,
  );
  return records.map(toldRun).find(({ results }) => results.length > 0);
}

function keyOf(record: AppRecord): string {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "").trim();
  return appKey(text("target_app_id"), text("target_guest_space_id"));
}
