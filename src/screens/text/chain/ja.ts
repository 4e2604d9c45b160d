import { quantitiesIn } from "../quantities";
import type { ChainMessages } from "./messages";

const { number } = quantitiesIn("ja");

const LOOK_AT_CHANGES = "レコードの変更履歴で、いつ誰が変更したかを確認してください。";
const LOOK_AT_CREATION = "レコードの作成者と作成日時を確認してください。";

export const chainTexts: ChainMessages = {
  title: "履歴の検査",
  reading: "実行の記録を読んでいます",
  read: (runs) => `${number(runs)}件を読みました`,
  failed: "履歴を検査できませんでした",
  answer: {
    sound: () => "履歴はつながっています。変更、削除、追加された実行は見つかりませんでした。",
    broken: ({ breaks }) =>
      `履歴に合わない実行が${number(breaks)}件あります。記録が変更、削除、または追加された可能性があります。最初のものから確認してください。`,
    nothing: () => "検査できる実行がありません。ダイジェストを持つ実行がまだないか、閲覧する権限がありません。",
    hidden: ({ hidden }) =>
      `次のフィールドを閲覧できないか、アプリにないため、検査できません: ${hidden.join("、")}。すべてのフィールドを閲覧できるユーザーで検査してください。`,
  },
  holds: (runs) => `つながっている範囲（${number(runs)}回の実行）`,
  run: (startedAt, runId) => `${startedAt ?? "日時不明"}（実行ID ${runId}）`,
  restore: (startedAt, restoreId) => `復元 ${startedAt ?? "日時不明"}（復元ID ${restoreId}）`,
  drill: (startedAt, drillId) => `復元訓練 ${startedAt ?? "日時不明"}（訓練ID ${drillId}）`,
  disposal: (startedAt, disposalId) => `世代の記録 ${startedAt ?? "日時不明"}（ID ${disposalId}）`,
  earlier: (runs) => `ダイジェストの記録が始まる前の実行: ${number(runs)}件。この検査では何も証明できません。`,
  unfinished: (runs) => `まだ終わっていない実行: ${number(runs)}件。検査の対象外です。`,
  breaks: (runs) => `合わない実行（${number(runs)}件）`,
  first: "最初: ",
  more: (runs) => `ほか${number(runs)}件`,
  misfit: {
    changed: `記録された後に、内容かダイジェストが変更されています。${LOOK_AT_CHANGES}`,
    missing:
      "この1つ前の実行がありません。削除されたか、ダイジェストまで書き換えられたか、アクセス権のために閲覧できないか、この実行そのものが後から追加されています。すべてのレコードを閲覧できるユーザーで検査し、結果が同じなら、監査ログでレコードの削除を確認するようkintoneの管理者に依頼してください。",
    forked: `別の実行と同じ実行に続いています。後から追加されたコピーの可能性があります。${LOOK_AT_CREATION}`,
    inserted: `前にも後にもつながっていません。後から追加された可能性があります。${LOOK_AT_CREATION}`,
    unchained: `ダイジェストがありません。消されたか、実行が後から追加されたか、実行の終わりに履歴を読めませんでした。${LOOK_AT_CHANGES}`,
    moved: `後から作成されたレコードの実行に続いています。レコードの内容が入れ替えられた可能性があります。${LOOK_AT_CHANGES}`,
  },
  lastDigest: "最後のダイジェスト",
  limits:
    "最新の実行が削除されたことと、ある実行から後がすべて書き直されたことは、この検査ではわかりません。「最後のダイジェスト」をkintoneの外に控えておくと、後からその実行までを確かめられます。復元と比較の記録も、実行として数えます。アクセス権で見えない実行は、削除された実行と同じに見えます。",
};
