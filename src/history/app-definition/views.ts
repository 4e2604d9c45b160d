import { CHANGES, DISPOSALS, DRILLS, RESTORES, RUNS, RUNS_TO_LOOK_AT, TARGETS } from "./conditions";
import type { FieldCode, TableCode } from "./fields";

export type ViewKey = "runs" | "targets" | "attention" | "changes" | "restores" | "drills" | "disposals";
export type ViewLabels = Record<ViewKey, string>;

/** A view as `PUT preview/app/views.json` takes it (OpenAPI 20250423). */
export interface ViewDefinition {
  type: "LIST";
  name: string;
  index: string;
  fields: ReadonlyArray<FieldCode | TableCode>;
  filterCond: string;
  sort: string;
}

/** What an earlier version made has none of these; people may have given such a view another name. */
export const LATER_COLUMNS: ReadonlySet<string> = new Set<FieldCode>([
  "run_saved",
  "target_last_saved",
  "target_scope",
  "target_space_id",
]);

const RUN_COLUMNS = [
  "run_status",
  "run_saved",
  "run_started_at",
  "run_finished_at",
  "run_operator_name",
  "run_records",
  "run_attachments",
  "run_bytes",
  "run_message",
] as const;

const VIEWS: Record<ViewKey, Omit<ViewDefinition, "type" | "name" | "index">> = {
  runs: {
    fields: RUN_COLUMNS,
    filterCond: RUNS,
    sort: "run_started_at desc",
  },
  targets: {
    fields: [
      "target_enabled",
      "target_scope",
      "target_app_id",
      "target_app_name",
      "target_guest_space_id",
      "target_space_id",
      "target_query",
      "target_last_status",
      "target_last_success",
      "target_last_saved",
    ],
    filterCond: TARGETS,
    sort: "target_app_id asc",
  },
  attention: {
    fields: RUN_COLUMNS,
    filterCond: RUNS_TO_LOOK_AT,
    sort: "run_started_at desc",
  },
  changes: {
    fields: ["change_at", "change_by_name", "change_what", "change_settings_version", "change_plugin_version"],
    filterCond: CHANGES,
    sort: "change_at desc",
  },
  restores: {
    fields: [
      ...(["run_status", "restore_kind", "restore_verdict", "run_started_at", "run_operator_name"] as const),
      ...(["restore_reason", "restore_app_name", "restore_app_id", "restore_archive_run_id"] as const),
      ...(["restore_added", "restore_put_back", "restore_removed", "run_message"] as const),
    ],
    filterCond: RESTORES,
    sort: "run_started_at desc",
  },
  drills: {
    fields: [
      ...(["run_status", "drill_verdict", "run_started_at", "run_operator_name", "drill_reason"] as const),
      ...(["drill_app_name", "drill_app_id", "drill_archive_run_id", "drill_scope"] as const),
      ...(["drill_rpo_seconds", "drill_rto_seconds", "drill_expected", "drill_identical"] as const),
      ...(["drill_explained", "drill_different", "drill_corrective_action", "run_message"] as const),
    ],
    filterCond: DRILLS,
    sort: "run_started_at desc",
  },
  disposals: {
    fields: [
      ...(["disposal_kind", "disposal_verdict", "run_started_at", "run_operator_name", "disposal_place"] as const),
      ...(["disposal_rule", "disposal_archive_run_id", "disposal_archive_created", "disposal_bytes"] as const),
      ...(["disposal_reason", "disposal_volumes", "run_message"] as const),
    ],
    filterCond: DISPOSALS,
    sort: "run_started_at desc",
  },
};

/** The views of the app with their names in one language, in the order in which people see them. */
export function formViews(labels: { views: ViewLabels }): Record<ViewKey, ViewDefinition> {
  const keys = Object.keys(VIEWS) as ViewKey[];
  return Object.fromEntries(
    keys.map((key, index) => [key, { type: "LIST", name: labels.views[key], index: String(index), ...VIEWS[key] }]),
  ) as Record<ViewKey, ViewDefinition>;
}
