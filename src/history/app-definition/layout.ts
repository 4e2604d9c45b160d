import type { LayoutRow } from "../../archive/records/kintone-app";
import { formFields, type FieldCode, type PlaceCode, type ResultCode, type TableCode, type VolumeCode } from "./fields";
import { japanese } from "./japanese";

type Code = FieldCode | ResultCode | VolumeCode | PlaceCode;
/** Code and width in pixels. */
type Place = readonly [code: Code, width: number];

/** A row of the form with the sizes that kintone's form editor would give. */
interface SizedRow extends LayoutRow {
  fields?: Array<{ type: string; code: string; size: { width: string } }>;
  layout?: SizedRow[];
}

const definitions = formFields(japanese);
const types = new Map(
  Object.values(definitions).flatMap((field) =>
    [field, ...Object.values(field.fields ?? {})].map((f) => [f.code, f.type]),
  ),
);

const placed = (places: readonly Place[]) =>
  places.map(([code, width]) => ({ type: types.get(code) ?? "", code, size: { width: String(width) } }));
const row = (...places: Place[]): SizedRow => ({ type: "ROW", fields: placed(places) });
const group = (code: FieldCode, ...layout: SizedRow[]): SizedRow => ({ type: "GROUP", code, layout });
const table = (code: TableCode, ...places: Place[]): SizedRow => ({ type: "SUBTABLE", code, fields: placed(places) });

/**
 * The form: what concerns targets, runs, restores, drills and generations in a group each. The tables stand outside, because kintone allows
 * no table in a group.
 */
export const formLayout: readonly SizedRow[] = [
  row(["record_type", 200]),
  group(
    "target_group",
    row(["target_scope", 200], ["target_app_id", 160], ["target_app_name", 360], ["target_guest_space_id", 160]),
    row(["target_space_id", 160], ["target_exceptions", 360]),
    row(["target_enabled", 200], ["target_include", 400]),
    row(["target_query", 600]),
    row(["target_excluded_fields", 360], ["target_included_identifiers", 360]),
    row(["target_accepted_gaps", 720]),
    row(["target_last_status", 200], ["target_last_success", 240]),
    row(["target_last_saved", 240], ["target_unsaved_since", 240]),
  ),
  group(
    "run_group",
    row(["run_status", 160], ["run_trigger", 160], ["run_operator_name", 240], ["run_operator_code", 240]),
    row(["run_started_at", 240], ["run_finished_at", 240], ["run_destination", 240]),
    row(["run_records", 160], ["run_attachments", 160], ["run_bytes", 200], ["run_requests", 160]),
    row(["run_message", 700]),
    row(["run_log", 360]),
    row(["run_saved", 160], ["run_saved_at", 240], ["run_saved_by", 240]),
  ),
  table(
    "run_results",
    ["result_app_id", 90],
    ["result_app_name", 200],
    ["result_status", 130],
    ["result_query", 240],
    ["result_include", 240],
    ["result_excluded_fields", 200],
    ["result_message", 400],
    ["result_records", 110],
    ["result_attachments", 110],
    ["result_bytes", 140],
    ["result_seconds", 90],
    ["result_requests", 110],
    ["result_requests_last_day", 110],
    ["result_step", 120],
    ["result_error_code", 180],
    ["result_kintone_code", 140],
    ["result_guest_space_id", 120],
    ["result_rule", 160],
    ["result_gaps", 280],
    ["result_accepted_gaps", 400],
  ),
  table(
    "run_volumes",
    ["volume_name", 360],
    ["volume_size", 160],
    ["volume_sha256", 560],
    ["volume_zip_size", 160],
    ["volume_zip_sha256", 560],
  ),
  table(
    "run_places",
    ["place_name", 200],
    ["place_kind", 120],
    ["place_state", 160],
    ["place_saved_at", 240],
    ["place_message", 400],
  ),
  group(
    "run_evidence_group",
    row(["run_id", 360], ["run_archive_digest", 560]),
    row(["run_previous_chain_digest", 560], ["run_chain_digest", 560]),
    row(["run_log_sha256", 560]),
    row(["run_started_exact", 240], ["run_finished_exact", 240], ["run_reported_exact", 240]),
    row(["run_plugin_version", 200], ["run_lock", 160]),
  ),
  group(
    "restore_group",
    row(["restore_kind", 160], ["restore_verdict", 200], ["restore_reason", 480]),
    row(["restore_app_id", 160], ["restore_app_name", 360], ["restore_guest_space_id", 160]),
    row(["restore_archive_run_id", 360], ["restore_archive_created", 240], ["restore_source_app_id", 160]),
    row(["restore_archive_digest", 560], ["restore_archive_known", 200]),
    row(["restore_planned_add", 160], ["restore_planned_put_back", 160], ["restore_planned_remove", 160]),
    row(["restore_added", 160], ["restore_put_back", 160], ["restore_removed", 160], ["restore_refused", 160]),
    row(["restore_changed_meanwhile", 160], ["restore_gone", 160], ["restore_hidden", 160], ["restore_undecided", 160]),
    row(["restore_not_reached", 160], ["restore_deviations", 160]),
    row(["restore_safety_run_id", 360], ["restore_safety_digest", 560]),
    row(["restore_plan", 360], ["restore_plan_sha256", 560]),
    row(["restore_report", 360], ["restore_report_sha256", 560]),
    row(["restore_ids", 360], ["restore_ids_sha256", 560]),
  ),
  group(
    "drill_group",
    row(["drill_verdict", 200], ["drill_reason", 480]),
    row(["drill_corrective_action", 700]),
    row(["drill_app_id", 160], ["drill_app_name", 360], ["drill_guest_space_id", 160]),
    row(["drill_scratch_app_id", 160], ["drill_scratch_app_name", 360], ["drill_scratch_fate", 200]),
    row(["drill_archive_run_id", 360], ["drill_archive_created", 240], ["drill_newest_record", 240]),
    row(["drill_archive_digest", 560], ["drill_archive_known", 200]),
    row(["drill_scope", 200], ["drill_sample", 560]),
    row(["drill_rpo_seconds", 200], ["drill_rto_seconds", 200]),
    row(["drill_archived", 160], ["drill_expected", 160], ["drill_restored", 160]),
    row(["drill_identical", 160], ["drill_explained", 160], ["drill_different", 160], ["drill_files", 160]),
    row(["drill_report", 360], ["drill_report_sha256", 560]),
  ),
  group(
    "disposal_group",
    row(["disposal_kind", 200], ["disposal_verdict", 200], ["disposal_reason", 480]),
    row(["disposal_place", 240], ["disposal_rule", 480]),
    row(["disposal_approved_by", 240], ["disposal_approved_at", 240], ["disposal_preview_sha256", 560]),
    row(["disposal_keeps", 160], ["disposal_goes", 160], ["disposal_bytes", 200]),
    row(["disposal_archive_run_id", 360], ["disposal_archive_created", 240]),
    row(["disposal_archive_digest", 560]),
    row(["disposal_volumes", 700]),
    row(["disposal_elsewhere", 480]),
  ),
  group(
    "change_group",
    row(["change_at", 240], ["change_by_name", 240], ["change_by_code", 240]),
    row(["change_what", 700]),
    row(["change_settings", 700]),
    row(["change_settings_version", 200], ["change_plugin_version", 200], ["change_id", 360]),
  ),
];
