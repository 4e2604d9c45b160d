import { toBackupError } from "../../domain/errors";
import type { TargetResult } from "../../domain/outcome";
import type { AppRecord, RecordChange, RecordStore } from "../../domain/record-store";
import type { AppsOfRule } from "../../domain/rule";
import type { Status } from "../../domain/status";
import type { Target } from "../../domain/target";
import type { Targets } from "../../domain/targets";
import { written } from "../records/written";
import { toMinute } from "../records/to-minute";
import type { AppValues } from "../records/app-values";
import { allTargets } from "./all-targets";
import { workOut } from "./rules";
import { listedTarget } from "./target-record";
import { targetNews } from "./target-news";

/** Records per PUT, kintone's maximum (OpenAPI 20250423: records). */
const BATCH = 100;

/**
 * The targets as records of the backup-management app. A target that was deleted during the run is passed over when
 * results are written.
 *
 * @param appsOf absent where nobody can list apps: then a rule is a target without an app
 */
export function createTargets(store: RecordStore, appsOf?: AppsOfRule): Targets {
  /** Of the run that asked for its targets; another attempt of it does not ask. */
  let idle: readonly string[] = [];
  return {
    async enabled() {
      const found = await workOut((await allTargets(store)).map(listedTarget), appsOf);
      ({ idle } = found);
      return found.targets;
    },

    news: (present) => targetNews(store, present),

    async recordResults(results, at, saved) {
      const endings = [...byRecord(results), ...idleEndings(idle, results)];
      if (endings.length === 0) return;
      // As they are now: somebody may have shown zips of an earlier run while this one was under way.
      const records = await written(() => allTargets(store));
      const present = new Map(records.map((record) => [String(record.$id?.value), record]));
      const changes = endings.map((ending) => {
        const { id } = ending;
        const counted = countedFrom(present.get(id), ending, at, saved);
        return { id, record: { ...lastResult(ending, at, saved), ...counted, ...targetAgain(ending) } };
      });
      for (let start = 0; start < changes.length; start += BATCH) {
        const batch = changes.slice(start, start + BATCH);
        await written(() => updateThoseLeft(store, batch));
      }
    },
  };
}

/** How the backup of a target ended; of a rule, that of all its apps together. */
interface Ending extends Pick<Target, "retyped"> {
  /** `$id` of its record. */
  id: string;
  status: Status;
  /** What its app is called; empty where it is not known, and for a rule, which keeps the name that people gave it. */
  appName: string;
}

/** The worst of a rule's apps is what its record tells: it was a success when all of them were. */
const WORST_FIRST: readonly Status[] = ["failed", "interrupted", "cancelled", "partial", "running", "success"];

function byRecord(results: readonly TargetResult[]): Ending[] {
  const endings = new Map<string, Ending>();
  for (const { target, status } of results) {
    const { recordId: id, rule, impediment, retyped } = target;
    const appName = rule || impediment ? "" : target.appName;
    const statuses = [status, endings.get(id)?.status ?? status];
    const worst = WORST_FIRST.find((one) => statuses.includes(one)) ?? status;
    endings.set(id, { id, appName, status: worst, ...(retyped !== undefined && { retyped }) });
  }
  return [...endings.values()];
}

/** A rule that leaves nothing to back up lacks nothing: nobody is to be reminded of it. */
function idleEndings(idle: readonly string[], results: readonly TargetResult[]): Ending[] {
  const status = results.some((result) => result.status === "cancelled") ? "cancelled" : "success";
  return idle.map((id) => ({ id, appName: "", status }));
}

/** One record that is gone makes kintone refuse the whole batch. */
async function updateThoseLeft(store: RecordStore, batch: readonly RecordChange[]): Promise<void> {
  await store.update(batch).catch(async (error: unknown) => {
    if (!isGone(error)) throw error;
    for (const change of batch) {
      await store.update([change]).catch((reason: unknown) => {
        if (!isGone(reason)) throw reason;
      });
    }
  });
}

function lastResult({ status, appName }: Ending, at: Date, saved: boolean): AppValues {
  return {
    target_last_status: { value: status },
    ...(appName && { target_app_name: { value: appName } }),
    ...(status === "success" && { target_last_success: { value: toMinute(at) } }),
    ...(status === "success" && saved && { target_last_saved: { value: toMinute(at) } }),
  };
}

/** Views, reminders and permissions go by the type, until a run finds it changed and puts it right. */
function targetAgain({ retyped }: Ending): AppValues {
  return retyped === undefined ? {} : { record_type: { value: "target" } };
}

/** Since when no backup of it is known to be saved; whatever came of the run, the first that finds nothing counted begins to count. */
function countedFrom(present: AppRecord | undefined, { status }: Ending, at: Date, saved: boolean): AppValues {
  const since = present?.target_unsaved_since;
  const isSaved = status === "success" && saved;
  if (!since || (!isSaved && since.value)) return {};
  const before = isSaved ? "" : String(present.target_last_saved?.value ?? "");
  return { target_unsaved_since: { value: before || toMinute(at) } };
}

function isGone(error: unknown): boolean {
  return toBackupError(error).code === "RECORD_NOT_FOUND";
}
