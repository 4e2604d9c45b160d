import type { DrillTexts } from "./messages";

export const drillTexts: DrillTexts = {
  scratch: {
    name: (app) => `[復元訓練] ${app}`,
    description: (app) =>
      `「${app}」のバックアップから復元できることを確かめるための、復元訓練用のアプリです。kintone Backup Managerが作成し、訓練のたびにすべてのレコードを削除します。業務には使わないでください。`,
  },
  phase: {
    choosing: "訓練するレコードを選んでいます",
    preparing: "訓練用アプリを準備しています",
    restoring: "訓練用アプリに復元しています",
    comparing: "アーカイブと照合しています",
    recording: "結果を記録しています",
  },
  verdict: {
    passed: (app) => `${app}: 合格。復元したレコードは、すべてアーカイブと一致しました。`,
    explained: (app) => `${app}: 合格（説明のつく違いあり）。`,
    failed: (app) => `${app}: 不合格。アーカイブと一致しないレコード、または復元できないレコードがあります。`,
    stopped: (app) => `${app}: 途中で終わりました。復元できるかどうかは、確かめられていません。`,
  },
  scope: {
    all: (records) => `範囲: すべてのレコード（${records}件）`,
    sample: (expected, archived, seed) => `範囲: ${archived}件のうち${expected}件のサンプル（シード ${seed}）`,
  },
  rpo: (age, newest) => `RPO: ${age}（最新のレコードの更新は${newest}）`,
  rto: (duration) => `RTO: ${duration}（この範囲の復元と照合にかかった時間）`,
  fate: {
    emptied: "訓練用アプリのレコードは削除しました。",
    kept: "訓練用アプリのレコードは、確認のために残してあります。次の訓練のときに削除されます。",
  },
  plainLookups: (fields) => `ルックアップは通常のフィールドとして復元しました: ${fields.join("、")}`,
  refusedFields: (fields) =>
    `kintoneが訓練用アプリに受け付けなかったため、訓練できなかったフィールド: ${fields.join("、")}`,
  gone: (code, records) => `「${code}」は存在しないか、停止中のため、復元できません（${records}件のレコード）`,
  explained: {
    "by-kintone": "kintoneが自動で設定する値",
    "gone-people": "存在しないユーザー、組織、グループ",
    "not-archived": "アーカイブにない添付ファイル",
  },
  different: {
    values: "値が異なる",
    missing: "復元されていない",
    unread: "読み直せない",
    refused: "kintoneが受け付けない",
    undecided: "書き込まれたかどうか不明",
  },
  record: (id, why, fields) => `レコード${id}: ${why}${fields.length > 0 ? `（${fields.join("、")}）` : ""}`,
  more: (records) => `ほか${records}件`,
  unrecorded: "復元訓練の結果を履歴に書き込めませんでした。",
  cancelling: "キャンセルしています。実行中の書き込みが終わるまでお待ちください。",
  notDrillable: (app) => `${app}: アーカイブにレコードかフォームの設定がないため、訓練できません。`,
};
