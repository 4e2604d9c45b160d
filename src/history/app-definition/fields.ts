import type { RunStart } from "../../domain/outcome";
import { PLACE_STATES, SAVED } from "../../domain/saved";
import { STATUSES } from "../../domain/status";
import { DISPOSAL_FIELDS } from "./disposal-fields";
import { DRILL_FIELDS } from "./drill-fields";
import { amount, choices, moment, prose, text } from "./field-types";
import { RESTORE_FIELDS } from "./restore-fields";

/** A field as `POST preview/app/form/fields.json` takes it (OpenAPI 20250423). */
export interface FieldDefinition {
  type: string;
  code: string;
  label: string;
  required?: boolean;
  /**
   * For text and numbers of up to 64 characters. Any number of records may leave such a field empty, and empty it again,
   * as long as it is not required too (measured on a real kintone by the project kSQL-FlowNet, decision D-29).
   */
  unique?: boolean;
  defaultValue?: string | readonly string[];
  minValue?: string;
  /** Show numbers with separators. */
  digit?: boolean;
  openGroup?: boolean;
  options?: Record<string, { label: string; index: string }>;
  fields?: Record<string, FieldDefinition>;
}

export const RECORD_TYPES = ["target", "run", "restore", "change", "drill", "disposal"] as const;
/** What a target stands for: an app, or the apps of a rule (`domain/rule.ts`). Records from before there were rules have none of these: an app. */
export const SCOPES = ["app", "space", "guest_space", "all_apps"] as const;
export const WITHOUT_PLUGIN_CONFIGURATIONS = "without_plugin_configurations";
/**
 * What a target's record can ask for. `settings` is all of them, as it always was; `viewer_settings` is those that whoever may view the app
 * may read, without those that only its administrators may. The last word takes something away from `settings`, so that
 * the records from before there was a choice mean what they meant.
 */
export const INCLUDED = [
  ...(["records", "attachments", "comments", "settings"] as const),
  ...(["viewer_settings", WITHOUT_PLUGIN_CONFIGURATIONS] as const),
] as const;
const INCLUDED_AT_FIRST = INCLUDED.slice(0, 4);
const TRIGGERS = ["button", "headless", "restore"] as const satisfies ReadonlyArray<RunStart["trigger"]>;

const idNumber = { type: "NUMBER", minValue: "1" };
const status = { type: "DROP_DOWN", options: choices(STATUSES) };

/**
 * The fields of the backup-management app. Codes are a public interface: people build views, graphs and notifications on
 * them. All carry a prefix, because kintone keeps names such as `Status`, and words of its query language, to itself.
 */
const FIELDS = {
  record_type: { type: "DROP_DOWN", required: true, defaultValue: "target", options: choices(RECORD_TYPES) },

  target_group: { type: "GROUP", openGroup: true },
  target_scope: { type: "DROP_DOWN", defaultValue: "app", options: choices(SCOPES) },
  /** Unique, so that kintone itself refuses a second target for the same app: an archive has one folder for each app. */
  target_app_id: { ...idNumber, unique: true },
  target_app_name: text,
  target_guest_space_id: idNumber,
  /** Of a rule, also of one for a guest space. Unique, as an app's id is: what two rules say of a space would not be certain. */
  target_space_id: { ...idNumber, unique: true },
  /** Ids of apps that a rule leaves out, one per line. */
  target_exceptions: prose,
  target_enabled: { type: "CHECK_BOX", defaultValue: ["enabled"], options: choices(["enabled"]) },
  target_query: text,
  target_include: { type: "CHECK_BOX", defaultValue: INCLUDED_AT_FIRST, options: choices(INCLUDED) },
  /** Field codes, one per line, as in the next. */
  target_excluded_fields: prose,
  target_included_identifiers: prose,
  /** One per line: what is missing, who accepted it, when, and why. */
  target_accepted_gaps: prose,
  target_last_status: status,
  target_last_success: moment,
  /** End of the last run whose zips are known to lie where they should; empty also when no run since this field was there. */
  target_last_saved: moment,
  /**
   * Since when no backup of it is known to be saved: the end of the last one that is, or of the first run that counted. Empty until a
   * run of this version was there. What reminders go by.
   */
  target_unsaved_since: moment,

  run_group: { type: "GROUP", openGroup: true },
  run_id: { ...text, unique: true },
  run_status: status,
  run_trigger: { type: "DROP_DOWN", options: choices(TRIGGERS) },
  run_operator_code: text,
  run_operator_name: text,
  run_started_at: moment,
  run_finished_at: moment,
  run_records: amount,
  run_attachments: amount,
  run_bytes: amount,
  run_requests: amount,
  run_message: prose,
  run_destination: text,
  run_log: { type: "FILE" },
  /**
   * What is known of the zips by now. No facts of the chain (`chain/fact-lists.ts`): of a download they become known only after
   * the run is a link. Empty in runs without zips, and in those from before there was this field: of them nothing is known.
   */
  run_saved: { type: "DROP_DOWN", options: choices(SAVED) },
  run_saved_at: moment,
  run_saved_by: text,

  run_evidence_group: { type: "GROUP", openGroup: false },
  run_archive_digest: text,
  /** Of the attached log as UTF-8; empty when it could not be attached. */
  run_log_sha256: text,
  /** Unique, so that kintone itself refuses two runs that follow the same one; 64 characters are just short enough. */
  run_previous_chain_digest: { ...text, unique: true },
  run_chain_digest: text,
  /** kintone drops the seconds of a DATETIME on write, and a run's facts are to be told exactly. */
  run_started_exact: text,
  run_finished_exact: text,
  /** Changes with every report, so that the record's update time moves even when nothing else did. */
  run_reported_exact: text,
  run_plugin_version: text,
  /** Unique and filled only while a run is under way: so kintone itself lets only one run begin. */
  run_lock: { ...text, unique: true },

  ...RESTORE_FIELDS,
  ...DRILL_FIELDS,
  ...DISPOSAL_FIELDS,

  change_group: { type: "GROUP", openGroup: true },
  change_at: moment,
  change_by_name: text,
  change_by_code: text,
  /** Each setting that changed, with its old and its new value, in words. */
  change_what: prose,
  /** All settings as they were saved: JSON. */
  change_settings: prose,
  change_settings_version: text,
  change_plugin_version: text,
  /** Unique, so that the same change is not recorded twice when an answer was lost. */
  change_id: { ...text, unique: true },
} as const satisfies Definitions;

const TABLES = {
  run_results: {
    result_app_id: text,
    result_app_name: text,
    result_guest_space_id: text,
    /** By which rule the app was backed up: `space/5`. Empty for a target that names its app. */
    result_rule: text,
    result_status: status,
    result_step: text,
    result_error_code: text,
    result_kintone_code: text,
    result_message: prose,
    /** What will be missing the next time too, by its lasting names, one per line; then what of it was accepted, as in a target. */
    result_gaps: prose,
    result_accepted_gaps: prose,
    result_records: amount,
    result_attachments: amount,
    result_bytes: amount,
    result_seconds: amount,
    /** That kintone counts for the app. */
    result_requests: amount,
    /** Of these and of earlier attempts, those of kintone's day on which the run ended: later runs of the day have so many fewer. */
    result_requests_last_day: amount,
    /** What was asked for. Parts as their words in one line, so that what is chained is what kintone gives back. */
    result_query: text,
    result_include: text,
    /** Field codes, one per line. */
    result_excluded_fields: prose,
  },
  run_volumes: {
    volume_name: text,
    volume_size: amount,
    volume_sha256: text,
    /** Of the zip that an encrypted file holds; empty when the file is a zip. */
    volume_zip_size: amount,
    volume_zip_sha256: text,
  },
  /** Where the archive was to be saved. Why it was not is a fact; whether it is by now is told as `run_saved` is. */
  run_places: {
    place_name: text,
    place_kind: text,
    place_state: { type: "DROP_DOWN", options: choices(PLACE_STATES) },
    place_saved_at: moment,
    place_message: prose,
  },
} as const satisfies Record<string, Definitions>;

type Definitions = Record<string, Omit<FieldDefinition, "code" | "label" | "fields">>;

export type TableCode = keyof typeof TABLES;
export type ResultCode = keyof (typeof TABLES)["run_results"];
export type VolumeCode = keyof (typeof TABLES)["run_volumes"];
export type PlaceCode = keyof (typeof TABLES)["run_places"];
/** Codes of the fields outside tables. */
export type FieldCode = keyof typeof FIELDS;

export type FieldLabels = Record<FieldCode | TableCode | ResultCode | VolumeCode | PlaceCode, string>;

/** Every field of the app by its code, with labels of one language. */
export function formFields(labels: { fields: FieldLabels }): Record<string, FieldDefinition> {
  const named = (definitions: Definitions): Record<string, FieldDefinition> =>
    Object.fromEntries(
      Object.entries(definitions).map(([code, definition]) => [
        code,
        { ...definition, code, label: labels.fields[code as keyof FieldLabels] },
      ]),
    );
  const tables = Object.entries(TABLES).map(([code, fields]) => [
    code,
    { type: "SUBTABLE", code, label: labels.fields[code as TableCode], fields: named(fields) },
  ]);
  return { ...named(FIELDS), ...Object.fromEntries(tables) };
}
