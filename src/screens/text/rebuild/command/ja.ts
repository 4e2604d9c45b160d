import { quantitiesIn } from "../../quantities";
import type { NamedRebuild, RebuildCommandTexts } from "./messages";

const { moment, number } = quantitiesIn("ja");
const named = ({ rebuildId, startedAt }: NamedRebuild) =>
  `アプリの作り直し ${rebuildId}（${moment(startedAt) ?? startedAt}）`;
const list = (items: readonly string[]) => items.join("、");
const count = (amount: number) => `${number(amount)}件`;

export const rebuildCommandTexts: RebuildCommandTexts = {
  sentence: {
    TIMED_OUT: ({ app }) =>
      app === undefined
        ? undefined
        : `kintoneによるアプリ（ID ${app}）の更新が15分たっても終わりません。更新が終わってから、--resume を付けて再開してください。`,
  },
  nowhere: (ids) =>
    `ルックアップ・関連レコード一覧・アプリアクションが参照する次のアプリには、代わりがありません：${list(ids)}。一緒に作り直すか、--map-app で代わりを指定してください。指定がなければ、ルックアップは通常のフィールドになり、ほかは作成しません。`,
  resume: "同じコマンドに --resume を付けると再開できます。同じアプリが二重に作成されることはありません。",
  records: {
    statusesLeft: (amount) =>
      `最初のステータスではなかったレコードが${count(amount)}あり、最初のステータスから始まります（--statusを指定すると戻します）`,
    report: (path) => `これらの値、ステータス、コメントのレコードごとの一覧：${path}`,
    closed: (lookups) =>
      `次のルックアップは互いに参照し合い、どれも空にできないため、最初のレコードを登録できません：${lookups.join("、")}。新しいアプリのいずれかで、ルックアップとコピー先のフィールドの「必須項目にする」を外してアプリを更新し、--resumeで続けてください。完了後に元の設定へ戻してください。`,
    foreseen: {
      statusesLeft: (amount) =>
        `最初のステータスではないレコードが${count(amount)}あり、最初のステータスから始まります。--statusを指定すると戻します。`,
      commentsLeft: (written) => `${count(written)}のコメントは書き込みません。--commentsを指定すると書き込みます。`,
    },
  },
  cancelling: "実行中の処理が終わりしだい終了します。--resume を付けると再開できます。",
  nothing: "確認のみのため、何も作成していません。",
  report: (path) => `すべての内容のファイル：${path}`,
  refused: {
    people: (who) =>
      `設定に、存在しないユーザーなどが含まれています：${list(who)}。--replace で代わりを指定するか、--leave-out-people を付けてください。何も作成していません。`,
    unfinished: (rebuild) =>
      `途中で終わった${named(rebuild)}があります。同じzipファイルと --resume で再開するか、--discard で取りやめてください。作成済みのアプリは残ります。`,
    underWay: (rebuild, host) => `${named(rebuild)}を ${host} で実行中です。何も作成していません。`,
    noneUnfinished: "途中で終わった作り直しはありません。何も作成していません。",
    otherArchive: (rebuild, archive) =>
      `途中で終わった${named(rebuild)}は、別のアーカイブ（実行 ${archive.runId}）のものです。そのアーカイブで再開するか、--discard で取りやめてください。何も作成していません。`,
  },
  discarded: (rebuild, apps) =>
    apps.length === 0
      ? `${named(rebuild)}を取りやめました。作成済みのアプリはありません。`
      : `${named(rebuild)}を取りやめました。次のアプリはそのまま残っています：${list(apps)}。削除するAPIがないため、不要であればkintoneの画面で削除してください。`,
};
