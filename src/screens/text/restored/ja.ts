import { quantitiesIn } from "../quantities";
import type { RestoredTexts } from "./messages";

const { number, moment } = quantitiesIn("ja");

const time = (at: string) => moment(at) ?? at;
const records = (count: number) => `${number(count)}件`;
const app = (id: string | undefined) => (id === undefined ? "アプリ" : `アプリ（ID ${id}）`);
const restore = ({ restoreId, startedAt, app: name }: { restoreId: string; startedAt: string; app: string }) =>
  `「${name}」の復元 ${restoreId}（${time(startedAt)}）`;
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
  checking: "復元の妨げになるものがないか確認しています",
  cancelling: "書き込み中のレコードが終わりしだい、復元を終了します…",
  verdict: {
    "as-planned": "復元しました。すべて計画どおりkintoneにあります。",
    explained: "復元しました。計画と異なる点は、理由とともに以下に示します。",
    "not-as-planned": "復元しましたが、計画どおりになっていないレコードがあります。結果のファイルを確認してください。",
    stopped: "復元が途中で終了しました。それまでに復元したものは、そのまま残っています。",
  },
  nothingToDo: "選んだ範囲に違いはありません。何も変更していません。",
  outcome: {
    added: "追加",
    "put-back": "元の値に戻した",
    removed: "削除",
    refused: "kintoneが受け付けなかった",
    "changed-meanwhile": "比較後に変更された",
    gone: "比較後に削除された",
    hidden: "見えない可能性がある",
    undecided: "不明",
    notReached: "未処理",
    deviations: "計画と異なる",
  },
  became: {
    refused: "kintoneが受け付けませんでした",
    "changed-meanwhile": "比較した後に変更されたため、そのままにしました",
    gone: "比較した後に削除されました",
    hidden: "アクセス権のために見えないだけで、アプリにある可能性があるため、追加していません",
    undecided:
      "kintoneの応答が届かず、書き込まれたかどうかわかりません。もう一度復元する前に、アプリにあるか確認してください",
  },
  withoutFiles: (files) =>
    `次のファイルはアーカイブにないため、復元していません: ${files.map((name) => `「${name}」`).join("")}`,
  deviates: {
    byOthers: "復元した後に、ほかの人が変更または削除しました",
    unexplained: "kintoneの値が、書き込んだ値と異なります。両方の値は結果のファイルにあります",
  },
  stopped: (why) => `途中で終了した理由: ${why}`,
  planned: ({ add, putBack, remove }) =>
    `計画: 追加 ${records(add)}、元の値に戻す ${records(putBack)}、削除 ${records(remove)}`,
  safety: (runId) => `復元前のアプリは、実行ID ${runId} のアーカイブにあります。`,
  noSafety: "復元の前にバックアップを取っていないため、元に戻せません。",
  undo: (command) => `この復元を取り消すには: ${command}`,
  report: (path) => `レコードごとの結果: ${path}`,
  remembered: (recordId) => `履歴: レコード（ID ${recordId}）`,
  unrecorded:
    "復元の結果を履歴に記録できませんでした。kintoneに接続できるときに、同じコマンドに --resume を付けて実行してください。二重に書き込まれることはありません。",
  unreported: "結果のファイルに最後まで書き込めなかったため、一部が欠けています。",
  choice: {
    heading: "復元できる内容:",
    add: (count) => `--add-missing: アプリにない${records(count)}のレコードを追加します`,
    putBack: (count) => `--put-back: ${records(count)}のレコードをアーカイブの値に戻します`,
    exact: (surplus, newer) =>
      `--exact: 上の両方を行い、アーカイブにない${records(surplus)}のレコードを削除します。--and-newer を付けると、バックアップの後に追加された${records(newer)}も削除します`,
    notExact: "--exact は使えません:",
    how: "何も変更していません。復元するには、このいずれかと --reason を付けて、もう一度実行してください。",
    dryRun: "確認のみの実行のため、何も変更していません。",
  },
  notExact: {
    condition: ({ query }) =>
      `アーカイブには条件（${query}）に合うレコードだけが入っており、それ以外のレコードについては何もわかりません。`,
    incomplete: ({ missing }) =>
      `バックアップのときに読み取れなかったレコードが${records(missing)}あるため、このアーカイブを基準にレコードを削除することはできません。`,
    "another-app": () => "別のアプリのレコードは削除しません。",
  },
  refused: {
    whichApp: (apps) => `アーカイブに複数のアプリがあります。--app で1つ選んでください: ${apps.join("、")}`,
    notSecured:
      "復元の前のバックアップに、復元で変わる可能性のあるデータがそろっていないため、何も変更していません。足りないもの:",
    inTheWay: "次の理由で復元できないため、何も変更していません:",
    byPlan: "--write-plan のファイルに書き、--plan で指定",
    leaveMode: "この方法を指定しない",
    unfinished: (named) =>
      `${restore(named)}が途中で止まっています。同じzipファイルと --resume で続けるか、--discard で終わりにしてください。どちらの場合も、すでに書き込んだものは残り、履歴に記録されます。`,
    underWay: (named, host) => `${restore(named)}が ${host} で実行中です。何も変更していません。`,
    noneUnfinished: "途中で止まっている復元はありません。何も変更していません。",
    otherArchive: (named, archive) =>
      `途中で止まっている${restore(named)}は、別のアーカイブ（実行ID ${archive.runId}、${time(archive.startedAt)}）のものです。そのアーカイブで続けるか、--discard で終わりにしてください。何も変更していません。`,
  },
  discarded: (named) => `${restore(named)}を終わりにしました。すでに書き込んだものは残り、履歴に記録しました。`,
  maybeWritten: (ids) =>
    `次のレコードは、kintoneの応答が届く前に復元が止まったため、書き込まれたかどうかわかりません: ${ids.join("、")}`,
};
