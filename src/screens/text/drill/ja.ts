import { quantitiesIn } from "../quantities";
import type { DrillTexts } from "./messages";

const { number, moment } = quantitiesIn("ja");

const time = (at: string) => moment(at) ?? at;
const AGAIN = "もう一度訓練してください。同じ訓練用アプリを使います。";

export const drillTexts: DrillTexts = {
  sentence: {
    NO_PERMISSION: ({ guestSpaceId }) =>
      guestSpaceId
        ? `ゲストスペース（ID ${guestSpaceId}）に訓練用アプリを作成できませんでした。ゲストスペースのアプリの訓練は、そのスペースの中だけで行います。スペースに参加していて、アプリを作成できるユーザーで訓練してください。スペースが削除されている場合は、訓練できません。`
        : "復元訓練に必要な権限がありません。アプリを作成できて、バックアップ管理アプリのレコードを追加・編集できるユーザーで訓練してください。",
    TOO_MANY_REQUESTS: () => `kintoneへのリクエストが多すぎます。しばらく待ってから、${AGAIN}`,
    UNAVAILABLE: () =>
      `kintoneを利用できません。メンテナンス中か、混み合っている可能性があります。しばらく待ってから、${AGAIN}`,
    NETWORK: ({ obstacle }) => (obstacle ? undefined : `接続が切れました。ネットワークを確認してから、${AGAIN}`),
    TIMED_OUT: () => `kintoneの応答が時間内に届きませんでした。${AGAIN}`,
    SESSION_EXPIRED: () => `kintoneへのログインが無効になりました。ログインし直してから、${AGAIN}`,
    ANOTHER_RUN: ({ operator, since }) =>
      `別のバックアップ、復元、または復元訓練が実行中です${operator || since ? `（${[operator, since && `${time(since)}から`].filter(Boolean).join("、")}）` : ""}。復元訓練は開始せず、何も変更していません。終了してから、もう一度訓練してください。中断されたものは、最後の報告から15分後に終了したものとして扱われます。`,
    HISTORY_UNWRITABLE: () =>
      "バックアップ管理アプリに書き込めないため、復元訓練を記録できませんでした。管理アプリのアクセス権とフィールドを確認してください。",
    OVER_BUDGET: ({ expected = 0, actual = 0 }) =>
      `復元訓練には訓練用アプリへのAPIリクエストが約${number(expected)}回必要ですが、今日使えるのは残り${number(actual)}回のため、訓練していません。レコードを減らすか、翌日（日本時間の午前9時以降）に訓練してください。`,
    RUN_SILENT: () => `復元訓練の処理が応答しなくなったため、終了しました。履歴には中断として記録します。${AGAIN}`,
    CANCELLED: () => "復元訓練をキャンセルしました。訓練用アプリのほかには、何も変更していません。",
  },
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
