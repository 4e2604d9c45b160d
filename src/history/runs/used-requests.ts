import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { UsedRequests } from "../../domain/request-budget";
import { dayOf } from "../../domain/requests";
import { ofKnownTypes } from "../records/of-known-types";

/** More than these in a day would be no backups. */
const MOST = 100;

/**
 * What the runs, restores and drills of kintone's day used of each app, as far as their records tell: of one that was broken off, no more than it had
 * reported. Of one that began before, only what it used on its last day; in full where it does not tell.
 */
export async function usedRequests(store: RecordStore, now: Date): Promise<UsedRequests> {
  const day = dayOf(now);
  const since = `"${day}T00:00:00Z"`;
  const endedToday = (types: string) =>
    store.find(
      `${types} and run_status not in ("running") and (run_started_at >= ${since} or run_finished_at >= ${since}) order by $id desc limit ${MOST}`,
    );
  const used = new Map<string, number>();
  for (const record of await ofKnownTypes(endedToday)) {
    for (const [appId, requests] of requestsByApp(record)) used.set(appId, (used.get(appId) ?? 0) + requests);
  }
  return { day, of: (appId) => used.get(appId) ?? 0 };
}

/** Whatever is asked for ended today, or is under way. Where a run does not tell what it used of an app, it may have been all that it used. */
function requestsByApp(run: AppRecord): Array<[appId: string, requests: number]> {
  // Whatever a restore or a drill asked may have been of its app.
  if (run.record_type?.value === "disposal") return [];
  if (run.record_type?.value === "drill") return [[textOf(run.drill_scratch_app_id), Number(textOf(run.run_requests))]];
  if (run.record_type?.value === "restore") return [[textOf(run.restore_app_id), Number(textOf(run.run_requests))]];
  return (run.run_results?.value ?? []).map(({ value }) => {
    const own = textOf(value.result_requests_last_day) || textOf(value.result_requests);
    return [textOf(value.result_app_id), Number(own || textOf(run.run_requests))];
  });
}

function textOf(cell: { value: unknown } | undefined): string {
  return String(cell?.value ?? "");
}
