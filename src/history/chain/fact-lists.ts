import type { FieldCode, PlaceCode, ResultCode, TableCode, VolumeCode } from "../app-definition/fields";

/** `unless-run`: nothing where it says that the record is of a run, as every record was before there was anything else. */
export type Kind = "text" | "number" | "minute" | "unless-run";
export type Columns = { [code in ResultCode | VolumeCode | PlaceCode]?: Kind };
export type FactList = { [code in FieldCode]?: Kind } & { [code in TableCode]?: Columns };

/**
 * What the first version of the chain takes for the facts of a run. Never changed, like every list here: a later list is
 * another version, so that the digests of old runs stay what they are.
 */
const VERSION_1 = {
  run_id: "text",
  run_status: "text",
  run_trigger: "text",
  run_operator_code: "text",
  run_operator_name: "text",
  run_started_at: "minute",
  run_finished_at: "minute",
  run_started_exact: "text",
  run_finished_exact: "text",
  run_reported_exact: "text",
  run_records: "number",
  run_attachments: "number",
  run_bytes: "number",
  run_requests: "number",
  run_message: "text",
  run_destination: "text",
  run_log_sha256: "text",
  run_archive_digest: "text",
  run_plugin_version: "text",
  run_results: {
    result_app_id: "text",
    result_app_name: "text",
    result_guest_space_id: "text",
    result_status: "text",
    result_step: "text",
    result_error_code: "text",
    result_kintone_code: "text",
    result_message: "text",
    result_records: "number",
    result_attachments: "number",
    result_bytes: "number",
    result_seconds: "number",
  },
  run_volumes: { volume_name: "text", volume_size: "number", volume_sha256: "text" },
} as const satisfies FactList;

/** And what was asked for of each target, what of it will always be missing (a success of nothing is one), and what it cost. */
const VERSION_2 = {
  ...VERSION_1,
  run_results: {
    ...VERSION_1.run_results,
    result_query: "text",
    result_include: "text",
    result_excluded_fields: "text",
    result_gaps: "text",
    result_accepted_gaps: "text",
    result_requests: "number",
    result_requests_last_day: "number",
  },
} as const satisfies FactList;

/** And the rule that stood for the app, where one did. */
const VERSION_3 = {
  ...VERSION_2,
  run_results: { ...VERSION_2.run_results, result_rule: "text" },
} as const satisfies FactList;

/** And the facts of a restore. Of a run they are empty. */
const VERSION_4 = {
  ...VERSION_3,
  record_type: "unless-run",
  restore_kind: "text",
  restore_verdict: "text",
  restore_reason: "text",
  restore_app_id: "text",
  restore_app_name: "text",
  restore_guest_space_id: "text",
  restore_source_app_id: "text",
  restore_archive_run_id: "text",
  restore_archive_created: "text",
  restore_archive_digest: "text",
  restore_archive_known: "text",
  restore_planned_add: "number",
  restore_planned_put_back: "number",
  restore_planned_remove: "number",
  restore_added: "number",
  restore_put_back: "number",
  restore_removed: "number",
  restore_refused: "number",
  restore_changed_meanwhile: "number",
  restore_gone: "number",
  restore_hidden: "number",
  restore_undecided: "number",
  restore_not_reached: "number",
  restore_deviations: "number",
  restore_safety_run_id: "text",
  restore_safety_digest: "text",
  restore_plan_sha256: "text",
  restore_report_sha256: "text",
  restore_ids_sha256: "text",
} as const satisfies FactList;

/** And the facts of a drill. What is to be done after one that did not pass is written later, and no fact. */
const VERSION_5 = {
  ...VERSION_4,
  drill_verdict: "text",
  drill_reason: "text",
  drill_app_id: "text",
  drill_app_name: "text",
  drill_guest_space_id: "text",
  drill_scratch_app_id: "text",
  drill_scratch_app_name: "text",
  drill_scratch_fate: "text",
  drill_archive_run_id: "text",
  drill_archive_created: "text",
  drill_newest_record: "text",
  drill_archive_digest: "text",
  drill_archive_known: "text",
  drill_scope: "text",
  drill_sample: "text",
  drill_rpo_seconds: "number",
  drill_rto_seconds: "number",
  drill_archived: "number",
  drill_expected: "number",
  drill_restored: "number",
  drill_identical: "number",
  drill_explained: "number",
  drill_different: "number",
  drill_files: "number",
  drill_report_sha256: "text",
} as const satisfies FactList;

/**
 * And the zips that encrypted files hold; the places of the archive, with what kept it from being there when the run ended (what becomes of it
 * later is no fact); and what became of a generation.
 */
const VERSION_6 = {
  ...VERSION_5,
  run_volumes: { ...VERSION_5.run_volumes, volume_zip_size: "number", volume_zip_sha256: "text" },
  run_places: { place_name: "text", place_kind: "text", place_message: "text" },
  disposal_kind: "text",
  disposal_verdict: "text",
  disposal_reason: "text",
  disposal_place: "text",
  disposal_rule: "text",
  disposal_preview_sha256: "text",
  disposal_approved_by: "text",
  disposal_approved_at: "text",
  disposal_keeps: "number",
  disposal_goes: "number",
  disposal_archive_run_id: "text",
  disposal_archive_created: "text",
  disposal_archive_digest: "text",
  disposal_volumes: "text",
  disposal_bytes: "number",
  disposal_elsewhere: "text",
} as const satisfies FactList;

/** By version, a field or a column that only an app has that was prepared for its list or a later one. Every app has what the first one needs. */
export const NEW_COLUMNS: ReadonlyMap<number, FieldCode | ResultCode | PlaceCode> = new Map<
  number,
  FieldCode | ResultCode | PlaceCode
>([
  [2, "result_include"],
  [3, "result_rule"],
  [4, "restore_archive_run_id"],
  [5, "drill_archive_run_id"],
  [6, "disposal_archive_run_id"],
]);

export const VERSIONS: ReadonlyMap<number, FactList> = new Map<number, FactList>([
  [1, VERSION_1],
  [2, VERSION_2],
  [3, VERSION_3],
  [4, VERSION_4],
  [5, VERSION_5],
  [6, VERSION_6],
]);
