import type { RecordStore } from "../../domain/record-store";
import type { AppRef } from "../../domain/target";
import { RUNS_OVER_TARGETS } from "../app-definition/conditions";
import { appKey, toldRun, type ToldResult, type ToldRun } from "../overview/told-run";

/** A target is in the newest run, unless it was added or switched on since; each record holds a table of all its targets. */
const RUNS = 20;

/** How the newest run ended that a target was in; `undefined` when it was in none of the newest runs. */
export type LastResults = (target: AppRef) => { run: ToldRun; result: ToldResult } | undefined;

/** What the newest finished runs tell of each target. Rejects with what the store rejects with. */
export async function lastResults(store: RecordStore): Promise<LastResults> {
  const records = await store.find(
    `${RUNS_OVER_TARGETS} and run_status not in ("running") order by $id desc limit ${RUNS}`,
  );
  const runs = records.map(toldRun);
  return ({ appId, guestSpaceId = "" }) => {
    const key = appKey(appId, guestSpaceId);
    for (const run of runs) {
      const result = run.results.find((told) => told.key === key);
      if (result) return { run, result };
    }
    return undefined;
  };
}
