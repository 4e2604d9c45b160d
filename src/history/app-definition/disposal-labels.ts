import type { DisposalFieldCode } from "./disposal-fields";

type DisposalLabels = Record<DisposalFieldCode, string>;

export const englishDisposals: DisposalLabels = {
  disposal_group: "Generation",
  disposal_kind: "What became of the generation",
  disposal_verdict: "Result of the disposal",
  disposal_reason: "Reason of the hold",
  disposal_place: "Place",
  disposal_rule: "Retention rule",
  disposal_preview_sha256: "Digest of the confirmed preview (SHA-256)",
  disposal_approved_by: "Rule confirmed by",
  disposal_approved_at: "Rule confirmed at (UTC)",
  disposal_keeps: "Generations kept in the preview",
  disposal_goes: "Generations to go in the preview",
  disposal_archive_run_id: "Run ID of the generation",
  disposal_archive_created: "Generation made (UTC)",
  disposal_archive_digest: "Digest of the generation (SHA-256)",
  disposal_volumes: "Disposed volumes",
  disposal_bytes: "Disposed bytes",
  disposal_elsewhere: "Still kept in",
};

export const japaneseDisposals: DisposalLabels = {
  disposal_group: "世代",
  disposal_kind: "世代に対する記録",
  disposal_verdict: "廃棄の結果",
  disposal_reason: "保全の理由",
  disposal_place: "保存先",
  disposal_rule: "保持ルール",
  disposal_preview_sha256: "確認したプレビューのダイジェスト（SHA-256）",
  disposal_approved_by: "ルールを確認した人",
  disposal_approved_at: "ルールを確認した時刻（UTC）",
  disposal_keeps: "プレビューで残る世代",
  disposal_goes: "プレビューで廃棄する世代",
  disposal_archive_run_id: "世代の実行ID",
  disposal_archive_created: "世代の作成時刻（UTC）",
  disposal_archive_digest: "世代のダイジェスト（SHA-256）",
  disposal_volumes: "廃棄したボリューム",
  disposal_bytes: "廃棄したバイト数",
  disposal_elsewhere: "まだ残っている保存先",
};

export const chineseDisposals: DisposalLabels = {
  disposal_group: "世代",
  disposal_kind: "对世代的记录",
  disposal_verdict: "销毁结果",
  disposal_reason: "保全的原因",
  disposal_place: "保存位置",
  disposal_rule: "保留规则",
  disposal_preview_sha256: "已确认预览的摘要（SHA-256）",
  disposal_approved_by: "确认规则的人",
  disposal_approved_at: "确认规则的时刻（UTC）",
  disposal_keeps: "预览中保留的世代",
  disposal_goes: "预览中销毁的世代",
  disposal_archive_run_id: "世代的执行ID",
  disposal_archive_created: "世代的生成时刻（UTC）",
  disposal_archive_digest: "世代的摘要（SHA-256）",
  disposal_volumes: "已销毁的分卷",
  disposal_bytes: "已销毁的字节数",
  disposal_elsewhere: "仍保存在",
};
