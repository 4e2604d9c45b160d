import { quantitiesIn } from "../../quantities";
import type { RestoreCommandTexts } from "./messages";

const { number, moment } = quantitiesIn("ja");

const time = (at: string) => moment(at) ?? at;
const records = (count: number) => `${number(count)}件`;
const restore = ({ restoreId, startedAt, app: name }: { restoreId: string; startedAt: string; app: string }) =>
  `「${name}」の復元 ${restoreId}（${time(startedAt)}）`;

export const restoreCommandTexts: RestoreCommandTexts = {
  sentence: {
    DELIVERY_FAILED: ({ path = "", refusal, reason }) =>
      refusal === "taken"
        ? `「${path}」はすでにあります（上書きしていません）。何も変更していません。別の名前を指定してください。`
        : `「${path}」に書き込めませんでした${reason ? `（理由: ${reason}）` : ""}。フォルダーとディスクを確認してください。`,
  },
  nothingToDo: "選んだ範囲に違いはありません。何も変更していません。",
  checking: "復元の妨げになるものがないか確認しています",
  safety: (runId) => `復元前のアプリは、実行ID ${runId} のアーカイブにあります。`,
  noSafety: "復元の前にバックアップを取っていないため、元に戻せません。",
  undo: (command) => `この復元を取り消すには: ${command}`,
  report: (path) => `レポート（レコードごとの結果）: ${path}`,
  remembered: (recordId) => `履歴: レコード（ID ${recordId}）`,
  unrecorded:
    "復元の結果を履歴に記録できませんでした。kintoneに接続できるときに、同じコマンドに --resume を付けて実行してください。二重に書き込まれることはありません。",
  unreported: "レポートに最後まで書き込めなかったため、一部が欠けています。",
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
};
