import { quantitiesIn } from "../quantities";
import type { RestoredTexts } from "./messages";

const { number, moment } = quantitiesIn("ja");

const time = (at: string) => moment(at) ?? at;
const records = (count: number) => `${number(count)}件`;
const app = (id: string | undefined) => (id === undefined ? "アプリ" : `アプリ（ID ${id}）`);
const AGAIN = "もう一度比較してください。復元済みのレコードはそのまま残り、残りを復元できます。";

export const restoredTexts: RestoredTexts = {
  sentence: {
    FORM_CHANGED: (facts) => `復元の途中で${app(facts.app)}の設定が変更されました。${AGAIN}`,
    NO_PERMISSION: (facts) =>
      facts.ofToken
        ? `APIトークンに、${app(facts.app)}での操作に必要な権限がありません。レコードの閲覧、追加、編集（削除する場合は削除も）の権限を付けてアプリを更新し、もう一度復元してください。`
        : `${app(facts.app)}での操作に必要な権限がありません。レコードの閲覧、追加、編集（削除する場合は削除も）ができるユーザーで復元してください。`,
    TOO_MANY_REQUESTS: () => `kintoneへのリクエストが多すぎます。しばらく待ってから、${AGAIN}`,
    UNAVAILABLE: () =>
      `kintoneを利用できません。メンテナンス中か、混み合っている可能性があります。しばらく待ってから、${AGAIN}`,
    NETWORK: ({ obstacle }) => (obstacle ? undefined : `接続が切れました。ネットワークを確認してから、${AGAIN}`),
    TIMED_OUT: () => `kintoneの応答が時間内に届きませんでした。${AGAIN}`,
    SESSION_EXPIRED: () => `kintoneへのログインが無効になりました。ログインし直してから、${AGAIN}`,
    ANOTHER_RUN: ({ operator, since }) =>
      `別のバックアップまたは復元が実行中です${operator || since ? `（${[operator, since && `${time(since)}から`].filter(Boolean).join("、")}）` : ""}。復元は開始せず、何も変更していません。終了してから、もう一度復元してください。中断されたものは、最後の報告から15分後に終了したものとして扱われます。`,
    HISTORY_UNWRITABLE: () =>
      "バックアップ管理アプリに書き込めないため、復元を記録できませんでした。管理アプリのアクセス権とフィールドを確認してください。",
    WORKSPACE_FAILED: ({ reason }) =>
      `復元の経過を保存できませんでした${reason ? `（理由: ${reason}）` : ""}。保存できない間は何も書き込みません。ディスクと、アーカイブのフォルダーを確認してください。`,
    NO_SPACE: () => "ディスクの空き容量が足りません。空きを増やしてから、もう一度復元してください。",
    CANCELLED: () => `復元をキャンセルしました。続けるには、${AGAIN}`,
  },
  phase: {
    comparing: "比較しています",
    securing: "復元の前に、現在のアプリをバックアップしています",
    writing: "復元しています",
    verifying: "復元した内容をkintoneと照合しています",
    recording: "履歴に記録しています",
  },
  lookedFor: {
    title: (count) => `kintoneの応答が届かなかったため、${records(count)}が書き込まれたかどうかを確認しています`,
    note: (until) =>
      `kintoneがまだ書き込んでいる可能性があるため、確認は${until}ごろまでかかることがあります。二重に書き込むことはありません。確認が終わると、復元を続けます。`,
  },
  cancelling: "書き込み中のレコードが終わりしだい、復元を終了します…",
  verdict: {
    "as-planned": "復元しました。すべて予定どおりkintoneにあります。",
    explained: "復元しました。予定と異なる点は、理由とともに以下に示します。",
    "not-as-planned": "復元しましたが、予定どおりになっていないレコードがあります。レポートを確認してください。",
    stopped: "復元が途中で終了しました。それまでに復元したものは、そのまま残っています。",
  },
  outcome: {
    added: "追加",
    "put-back": "書き戻し",
    removed: "削除",
    refused: "書き込めなかった",
    "changed-meanwhile": "比較後に変更された",
    gone: "比較後に削除された",
    hidden: "見えない可能性がある",
    undecided: "不明",
    notReached: "未処理",
    deviations: "予定と異なる",
  },
  became: {
    refused: "kintoneが受け付けませんでした",
    "changed-meanwhile": "比較した後に変更されたため、そのままにしました",
    gone: "比較した後に削除されました",
    hidden: "アクセス権のために見えないだけで、アプリにある可能性があるため、追加していません",
    undecided:
      "kintoneの応答が届かず、書き込まれたかどうかわかりません。もう一度復元する前に、アプリにあるか確認してください",
  },
  damagedFile: (file) => `添付ファイル「${file}」をアーカイブから読み取れないため、書き込んでいません`,
  withoutFiles: (files) =>
    `次のファイルはアーカイブにないため、復元していません: ${files.map((name) => `「${name}」`).join("")}`,
  deviates: {
    byOthers: "復元した後に、ほかの人が変更または削除しました",
    unexplained: "kintoneの値が、書き込んだ値と異なります。両方の値はレポートにあります",
  },
  setByKintone: (fields) =>
    `kintoneが設定する値のため、次のフィールドがアーカイブと異なります: ${fields.map((field) => `「${field}」`).join("")}`,
  stopped: (why) => `途中で終了した理由: ${why}`,
  maybeWritten: (ids) =>
    `次のレコードは、kintoneの応答が届く前に復元が止まったため、書き込まれたかどうかわかりません: ${ids.join("、")}`,
  planned: ({ add, putBack, remove }) =>
    `予定: 追加 ${records(add)}、書き戻し ${records(putBack)}、削除 ${records(remove)}`,
  notSecured:
    "復元の前のバックアップに、復元で変わる可能性のあるデータがそろっていないため、何も変更していません。足りないもの:",
};
