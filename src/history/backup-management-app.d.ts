declare namespace kintone.types {
  interface BackupManagementFields {
    record_type: kintone.fieldTypes.DropDown;
    target_scope: kintone.fieldTypes.DropDown;
    target_app_id: kintone.fieldTypes.Number;
    target_app_name: kintone.fieldTypes.SingleLineText;
    target_guest_space_id: kintone.fieldTypes.Number;
    target_space_id: kintone.fieldTypes.Number;
    target_exceptions: kintone.fieldTypes.MultiLineText;
    target_query: kintone.fieldTypes.SingleLineText;
    target_excluded_fields: kintone.fieldTypes.MultiLineText;
    target_included_identifiers: kintone.fieldTypes.MultiLineText;
    target_accepted_gaps: kintone.fieldTypes.MultiLineText;
    target_last_status: kintone.fieldTypes.DropDown;
    target_last_success: kintone.fieldTypes.DateTime;
    target_last_saved: kintone.fieldTypes.DateTime;
    target_unsaved_since: kintone.fieldTypes.DateTime;
    run_id: kintone.fieldTypes.SingleLineText;
    run_status: kintone.fieldTypes.DropDown;
    run_trigger: kintone.fieldTypes.DropDown;
    run_operator_code: kintone.fieldTypes.SingleLineText;
    run_operator_name: kintone.fieldTypes.SingleLineText;
    run_started_at: kintone.fieldTypes.DateTime;
    run_finished_at: kintone.fieldTypes.DateTime;
    run_records: kintone.fieldTypes.Number;
    run_attachments: kintone.fieldTypes.Number;
    run_bytes: kintone.fieldTypes.Number;
    run_requests: kintone.fieldTypes.Number;
    run_message: kintone.fieldTypes.MultiLineText;
    run_destination: kintone.fieldTypes.SingleLineText;
    run_saved: kintone.fieldTypes.DropDown;
    run_saved_at: kintone.fieldTypes.DateTime;
    run_saved_by: kintone.fieldTypes.SingleLineText;
    run_archive_digest: kintone.fieldTypes.SingleLineText;
    run_log_sha256: kintone.fieldTypes.SingleLineText;
    run_previous_chain_digest: kintone.fieldTypes.SingleLineText;
    run_chain_digest: kintone.fieldTypes.SingleLineText;
    run_started_exact: kintone.fieldTypes.SingleLineText;
    run_finished_exact: kintone.fieldTypes.SingleLineText;
    run_reported_exact: kintone.fieldTypes.SingleLineText;
    run_plugin_version: kintone.fieldTypes.SingleLineText;
    run_lock: kintone.fieldTypes.SingleLineText;
    restore_kind: kintone.fieldTypes.DropDown;
    restore_verdict: kintone.fieldTypes.DropDown;
    restore_reason: kintone.fieldTypes.MultiLineText;
    restore_app_id: kintone.fieldTypes.SingleLineText;
    restore_app_name: kintone.fieldTypes.SingleLineText;
    restore_guest_space_id: kintone.fieldTypes.SingleLineText;
    restore_source_app_id: kintone.fieldTypes.SingleLineText;
    restore_archive_run_id: kintone.fieldTypes.SingleLineText;
    restore_archive_created: kintone.fieldTypes.SingleLineText;
    restore_archive_digest: kintone.fieldTypes.SingleLineText;
    restore_archive_known: kintone.fieldTypes.DropDown;
    restore_planned_add: kintone.fieldTypes.Number;
    restore_planned_put_back: kintone.fieldTypes.Number;
    restore_planned_remove: kintone.fieldTypes.Number;
    restore_added: kintone.fieldTypes.Number;
    restore_put_back: kintone.fieldTypes.Number;
    restore_removed: kintone.fieldTypes.Number;
    restore_refused: kintone.fieldTypes.Number;
    restore_changed_meanwhile: kintone.fieldTypes.Number;
    restore_gone: kintone.fieldTypes.Number;
    restore_hidden: kintone.fieldTypes.Number;
    restore_undecided: kintone.fieldTypes.Number;
    restore_not_reached: kintone.fieldTypes.Number;
    restore_deviations: kintone.fieldTypes.Number;
    restore_safety_run_id: kintone.fieldTypes.SingleLineText;
    restore_safety_digest: kintone.fieldTypes.SingleLineText;
    restore_plan_sha256: kintone.fieldTypes.SingleLineText;
    restore_report_sha256: kintone.fieldTypes.SingleLineText;
    restore_ids_sha256: kintone.fieldTypes.SingleLineText;
    drill_verdict: kintone.fieldTypes.DropDown;
    drill_reason: kintone.fieldTypes.MultiLineText;
    drill_corrective_action: kintone.fieldTypes.MultiLineText;
    drill_app_id: kintone.fieldTypes.SingleLineText;
    drill_app_name: kintone.fieldTypes.SingleLineText;
    drill_guest_space_id: kintone.fieldTypes.SingleLineText;
    drill_scratch_app_id: kintone.fieldTypes.SingleLineText;
    drill_scratch_app_name: kintone.fieldTypes.SingleLineText;
    drill_scratch_fate: kintone.fieldTypes.DropDown;
    drill_archive_run_id: kintone.fieldTypes.SingleLineText;
    drill_archive_created: kintone.fieldTypes.SingleLineText;
    drill_newest_record: kintone.fieldTypes.SingleLineText;
    drill_archive_digest: kintone.fieldTypes.SingleLineText;
    drill_archive_known: kintone.fieldTypes.DropDown;
    drill_scope: kintone.fieldTypes.DropDown;
    drill_sample: kintone.fieldTypes.MultiLineText;
    drill_rpo_seconds: kintone.fieldTypes.Number;
    drill_rto_seconds: kintone.fieldTypes.Number;
    drill_archived: kintone.fieldTypes.Number;
    drill_expected: kintone.fieldTypes.Number;
    drill_restored: kintone.fieldTypes.Number;
    drill_identical: kintone.fieldTypes.Number;
    drill_explained: kintone.fieldTypes.Number;
    drill_different: kintone.fieldTypes.Number;
    drill_files: kintone.fieldTypes.Number;
    drill_report_sha256: kintone.fieldTypes.SingleLineText;
    change_at: kintone.fieldTypes.DateTime;
    change_by_name: kintone.fieldTypes.SingleLineText;
    change_by_code: kintone.fieldTypes.SingleLineText;
    change_what: kintone.fieldTypes.MultiLineText;
    change_settings: kintone.fieldTypes.MultiLineText;
    change_settings_version: kintone.fieldTypes.SingleLineText;
    change_plugin_version: kintone.fieldTypes.SingleLineText;
    change_id: kintone.fieldTypes.SingleLineText;

    target_enabled: kintone.fieldTypes.CheckBox;
    target_include: kintone.fieldTypes.CheckBox;

    run_log: kintone.fieldTypes.File;
    restore_plan: kintone.fieldTypes.File;
    restore_report: kintone.fieldTypes.File;
    restore_ids: kintone.fieldTypes.File;
    drill_report: kintone.fieldTypes.File;
    run_results: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          result_app_id: kintone.fieldTypes.SingleLineText;
          result_app_name: kintone.fieldTypes.SingleLineText;
          result_guest_space_id: kintone.fieldTypes.SingleLineText;
          result_rule: kintone.fieldTypes.SingleLineText;
          result_status: kintone.fieldTypes.DropDown;
          result_step: kintone.fieldTypes.SingleLineText;
          result_error_code: kintone.fieldTypes.SingleLineText;
          result_kintone_code: kintone.fieldTypes.SingleLineText;
          result_message: kintone.fieldTypes.MultiLineText;
          result_gaps: kintone.fieldTypes.MultiLineText;
          result_accepted_gaps: kintone.fieldTypes.MultiLineText;
          result_records: kintone.fieldTypes.Number;
          result_attachments: kintone.fieldTypes.Number;
          result_bytes: kintone.fieldTypes.Number;
          result_seconds: kintone.fieldTypes.Number;
          result_requests: kintone.fieldTypes.Number;
          result_requests_last_day: kintone.fieldTypes.Number;
          result_query: kintone.fieldTypes.SingleLineText;
          result_include: kintone.fieldTypes.SingleLineText;
          result_excluded_fields: kintone.fieldTypes.MultiLineText;
        };
      }>;
    };
    run_volumes: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          volume_name: kintone.fieldTypes.SingleLineText;
          volume_size: kintone.fieldTypes.Number;
          volume_sha256: kintone.fieldTypes.SingleLineText;
        };
      }>;
    };
    run_places: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          place_name: kintone.fieldTypes.SingleLineText;
          place_kind: kintone.fieldTypes.SingleLineText;
          place_state: kintone.fieldTypes.DropDown;
          place_saved_at: kintone.fieldTypes.DateTime;
          place_message: kintone.fieldTypes.MultiLineText;
        };
      }>;
    };
  }
  interface SavedBackupManagementFields extends BackupManagementFields {
    $id: kintone.fieldTypes.Id;
    $revision: kintone.fieldTypes.Revision;
    作成者: kintone.fieldTypes.Creator;
    更新者: kintone.fieldTypes.Modifier;
    レコード番号: kintone.fieldTypes.RecordNumber;
    作成日時: kintone.fieldTypes.CreatedTime;
    更新日時: kintone.fieldTypes.UpdatedTime;
  }
}
