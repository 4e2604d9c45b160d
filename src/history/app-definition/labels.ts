import type { FieldCode, ResultCode, TableCode, VolumeCode } from "./fields";
import type { PerRecordKey, ReminderKey } from "./notifications";
import type { ViewKey } from "./views";

/**
 * What people read in the backup-management app. Each language is one object of this type (`labels-in.ts`).
 *
 * kintone's REST API gives translated names (`lang` of the GETs) but has no way to set them (OpenAPI 20250423: no PUT or
 * POST of fields, views or notifications takes `lang`), so an app gets the names of one language when it is made: that of
 * who makes it. Whoever wants the others types them in on the app's own screens; only codes and conditions are relied on.
 */
export interface Labels {
  appName: string;
  fields: Record<FieldCode | TableCode | ResultCode | VolumeCode, string>;
  views: Record<ViewKey, string>;
  notifications: Record<PerRecordKey | ReminderKey, string>;
}

export const japanese: Labels = {
  appName: "バックアップ管理",
  fields: {
    record_type: "レコードの種類",

    target_group: "バックアップ対象",
    target_app_id: "対象アプリのID",
    target_app_name: "対象アプリ名",
    target_guest_space_id: "ゲストスペースID",
    target_enabled: "バックアップする",
    target_query: "絞り込み条件",
    target_include: "バックアップする内容",
    target_excluded_fields: "除外するフィールド(フィールドコードを1行に1つ)",
    target_included_identifiers: "個人識別番号の可能性があってもバックアップするフィールド",
    target_last_status: "前回の結果",
    target_last_success: "前回成功した日時",

    run_group: "実行結果",
    run_id: "実行ID",
    run_status: "状態",
    run_trigger: "実行方法",
    run_operator_code: "実行者のログイン名",
    run_operator_name: "実行者",
    run_started_at: "開始日時",
    run_finished_at: "終了日時",
    run_records: "レコード数",
    run_attachments: "添付ファイル数",
    run_bytes: "アーカイブのサイズ(バイト)",
    run_requests: "APIリクエスト数",
    run_message: "メッセージ",
    run_destination: "保存先",
    run_log: "ログ",

    run_evidence_group: "証跡",
    run_archive_digest: "アーカイブのダイジェスト(SHA-256)",
    run_log_sha256: "ログのダイジェスト(SHA-256)",
    run_previous_chain_digest: "直前の実行のチェーンダイジェスト",
    run_chain_digest: "チェーンダイジェスト",
    run_started_exact: "開始時刻(UTC)",
    run_finished_exact: "終了時刻(UTC)",
    run_reported_exact: "最終報告時刻(UTC)",
    run_plugin_version: "プラグインのバージョン",
    run_lock: "実行中ロック",

    run_results: "対象ごとの結果",
    result_app_id: "アプリID",
    result_app_name: "アプリ名",
    result_guest_space_id: "ゲストスペースID",
    result_status: "結果",
    result_step: "工程",
    result_error_code: "エラーの種類",
    result_kintone_code: "kintoneのエラーコード",
    result_message: "メッセージ",
    result_records: "レコード数",
    result_attachments: "添付ファイル数",
    result_bytes: "サイズ(バイト)",
    result_seconds: "秒数",

    run_volumes: "アーカイブのファイル",
    volume_name: "ファイル名",
    volume_size: "サイズ(バイト)",
    volume_sha256: "SHA-256",

    change_group: "設定の変更",
    change_at: "変更日時",
    change_by_name: "変更者",
    change_by_code: "変更者のログイン名",
    change_what: "変更内容",
    change_settings: "変更後の設定(JSON)",
    change_settings_version: "設定の形式のバージョン",
    change_plugin_version: "プラグインのバージョン",
    change_id: "変更ID",
  },
  views: {
    runs: "実行履歴",
    targets: "対象アプリ",
    attention: "失敗・要確認",
    changes: "設定の変更履歴",
  },
  notifications: {
    attention: "バックアップが失敗したか、一部が不足しています。実行結果を確認してください",
    overdue: "前回の成功から1週間、バックアップに成功していません",
    neverBackedUp: "登録から1週間たちましたが、まだ一度もバックアップに成功していません",
  },
};
