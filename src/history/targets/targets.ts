import { toBackupError } from "../../domain/errors";
import type { TargetResult } from "../../domain/outcome";
import type { AppRecord, RecordChange, RecordStore } from "../../domain/record-store";
import type { Part, Target } from "../../domain/target";
import type { Targets } from "../../domain/targets";
import { TARGETS_OF_ANY_TYPE } from "../app-definition/conditions";
import { ascendingRecords } from "../records/ascending-records";
import { written } from "../records/written";
import { WITHOUT_PLUGIN_CONFIGURATIONS } from "../app-definition/fields";
import { acceptancesIn } from "./acceptance-lines";
import { allTargets } from "./all-targets";
import { lostTargets } from "./lost-targets";
import { toMinute, type AppValues } from "../runs/run-fields";

const ENABLED = `${TARGETS_OF_ANY_TYPE} and target_enabled in ("enabled")`;

/** Records per PUT, kintone's maximum (OpenAPI 20250423: records). */
const BATCH = 100;

/**
 * The targets as records of the backup-management app. A target that was deleted during the run is passed over when
 * results are written.
 */
export function createTargets(store: RecordStore): Targets {
  return {
    async enabled() {
      const seen = new Set<string>();
      const targets: Target[] = [];
      for await (const record of ascendingRecords(store, ENABLED)) {
        const target = toTarget(record);
        // The form's unique field prevents it; without it, the second would write into the folder of the first.
        targets.push(seen.has(target.appId) ? { ...target, appId: "" } : target);
        seen.add(target.appId);
      }
      return targets;
    },

    lost: (present) => lostTargets(store, present),

    async recordResults(results, at, saved) {
      if (results.length === 0) return;
      // As they are now: somebody may have shown zips of an earlier run while this one was under way.
      const records = await written(() => allTargets(store));
      const present = new Map(records.map((record) => [String(record.$id?.value), record]));
      const changes = results.map((result) => {
        const id = result.target.recordId;
        const counted = countedFrom(present.get(id), result, at, saved);
        return { id, record: { ...lastResult(result, at, saved), ...counted, ...targetAgain(result.target) } };
      });
      for (let start = 0; start < changes.length; start += BATCH) {
        const batch = changes.slice(start, start + BATCH);
        await written(() => updateThoseLeft(store, batch));
      }
    },
  };
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

/** A record without a usable app id becomes a target with an empty one, so that the run can report it. */
function toTarget(record: AppRecord): Target {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "").trim();
  const id = (code: keyof AppRecord) => /^[1-9]\d*$/.exec(text(code))?.[0] ?? "";
  const guestSpaceId = id("target_guest_space_id");
  return {
    recordId: text("$id"),
    appId: id("target_app_id"),
    appName: text("target_app_name"),
    query: text("target_query"),
    include: partsOf(record),
    excludedFields: lines(text("target_excluded_fields")),
    includedIdentifiers: lines(text("target_included_identifiers")),
    acceptedGaps: acceptancesIn(text("target_accepted_gaps")),
    ...(guestSpaceId && { guestSpaceId }),
    ...(!["", "target"].includes(text("record_type")) && { retyped: text("record_type") }),
    ...(chosenIn(record).includes(WITHOUT_PLUGIN_CONFIGURATIONS) && { withoutPluginConfigurations: true }),
  };
}

const chosenIn = (record: AppRecord) => (record.target_include?.value ?? []) as string[];

/** Nothing chosen is everything: so are records from before there was a choice, and nobody wants a backup of nothing. */
function partsOf(record: AppRecord): Record<Part, boolean> {
  const chosen = chosenIn(record).filter((part) => part !== WITHOUT_PLUGIN_CONFIGURATIONS);
  const included = (part: string) => chosen.length === 0 || chosen.includes(part);
  return {
    records: included("records"),
    attachments: included("attachments"),
    comments: included("comments"),
    settings: included("settings") || chosen.includes("viewer_settings"),
    administration: included("settings"),
  };
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function lastResult(result: TargetResult, at: Date, saved: boolean): AppValues {
  return {
    target_last_status: { value: result.status },
    ...(result.target.appName && { target_app_name: { value: result.target.appName } }),
    ...(result.status === "success" && { target_last_success: { value: toMinute(at) } }),
    ...(result.status === "success" && saved && { target_last_saved: { value: toMinute(at) } }),
  };
}

/** Views, reminders and permissions go by the type, until a run finds it changed and puts it right. */
function targetAgain({ retyped }: Target): AppValues {
  return retyped === undefined ? {} : { record_type: { value: "target" } };
}

/** Since when no backup of it is known to be saved; whatever came of the run, the first that finds nothing counted begins to count. */
function countedFrom(present: AppRecord | undefined, { status }: TargetResult, at: Date, saved: boolean): AppValues {
  const since = present?.target_unsaved_since;
  const isSaved = status === "success" && saved;
  if (!since || (!isSaved && since.value)) return {};
  const before = isSaved ? "" : String(present.target_last_saved?.value ?? "");
  return { target_unsaved_since: { value: before || toMinute(at) } };
}

function isGone(error: unknown): boolean {
  return toBackupError(error).code === "RECORD_NOT_FOUND";
}
