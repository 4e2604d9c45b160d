import type { RestoresMessages } from "./messages";

export const restoresTexts: RestoresMessages = {
  heading: "復元の一覧",
  empty: "条件に合う復元がありません。",
  column: {
    recordId: "レコード番号",
    restoreId: "復元ID",
    startedAt: "開始日時",
    finishedAt: "終了日時",
    kind: "種類",
    status: "状態",
    verdict: "判定",
    trigger: "実行方法",
    operator: "実行者",
    reason: "理由",
    appId: "復元先のアプリID",
    app: "復元先のアプリ",
    sourceAppId: "バックアップ元のアプリID",
    archive: "アーカイブの作成日時",
    archiveRunId: "アーカイブの実行ID",
    archiveDigest: "アーカイブのダイジェスト(SHA-256)",
    archiveKnown: "履歴にあるアーカイブ",
    safetyRunId: "復元前のバックアップの実行ID",
    counts: "レコード数",
    requests: "APIリクエスト数",
    message: "メッセージ",
    chainDigest: "チェーンダイジェスト",
    chain: "履歴の検査",
  },
  unknownArchive: "履歴にないアーカイブ",
  securedBy: (runId) => `復元前のバックアップ: ${runId}`,
  outcome: {
    added: "追加",
    "put-back": "書き戻し",
    removed: "削除",
    refused: "kintoneが受け付けず",
    "changed-meanwhile": "途中で変更されたため見送り",
    gone: "途中で削除",
    hidden: "閲覧できず",
    undecided: "結果が不明",
  },
  notReached: "未処理",
  deviations: "予定と異なる",
  counted: (what, count, planned) => `${what}: ${count}件${planned === undefined ? "" : `（予定${planned}件）`}`,
  would: {
    add: (count) => `アプリにない: ${count}件`,
    putBack: (count) => `値が異なる: ${count}件`,
    remove: (count) => `アーカイブにない: ${count}件`,
  },
  doubt: {
    "not-as-planned": (app) =>
      `${app}: 復元後の内容が、予定と異なります。復元のレコードに添付されたレポートを確認し、必要なら復元前のバックアップから戻してください。`,
    stopped: (app) =>
      `${app}: 復元が途中で終わりました。一部のレコードだけが復元されています。復元のレコードのメッセージを確認し、実行者に続きを依頼してください。`,
    long: (app) =>
      `${app}: 復元が24時間以上、実行中のままです。実行者に状況を確認してください。終わっていれば、次の実行のときに「中断」として記録されます。`,
    unsecured: (app) =>
      `${app}: 復元の前に、アプリがバックアップされていません。復元する前の状態には戻せません。意図したものか、実行者に確認してください。`,
    "unknown-archive": (app, archiveRunId) =>
      `${app}: 履歴にないアーカイブ${archiveRunId ? `（実行ID ${archiveRunId}）` : ""}から復元されました。アーカイブの出所を実行者に確認してください。`,
  },
  csv: "復元のCSVを保存",
  count: "復元と比較の回数",
  toLookAt: "予定どおりに終わらなかった復元",
};
