import { quantitiesIn } from "../quantities";
import type { RestoringTexts } from "./messages";

const { number } = quantitiesIn("ja");

export const restoringTexts: RestoringTexts = {
  title: "バックアップとの比較と復元",
  introduction:
    "バックアップのzipファイルを選ぶと、破損がないか確認したうえで、現在のアプリと比較します。比較しただけでは、kintoneのデータは何も変わりません。",
  ofRun: (runId) => `この実行（実行ID ${runId}）のzipファイルをすべて選んでください。`,
  archive: {
    unsound:
      "このアーカイブには問題があるため、使用できません。kintoneのデータは何も変更していません。zipファイルをすべて選んでいるか確認するか、別の場所に保管した同じファイルを選んでください。",
    ofOtherRuns: (runIds) => `選択されたファイルは、ほかの実行（実行ID ${runIds.join("、")}）のものです。`,
    doubt: {
      untold:
        "このアーカイブを作った実行が、履歴に見つかりません。ファイルに破損はありませんが、本物かどうかを履歴で確かめることはできません。",
      contradicts:
        "ファイルに破損はありませんが、履歴の内容と一致しません。ファイルか履歴のどちらかが、後から変更されています。",
      unreadable:
        "履歴を読み取れなかったため、本物かどうかを履歴で確かめることができません。ファイルに破損はありません。",
    },
    goOn: "このアーカイブで続ける",
    other: "別のファイルを選ぶ",
    sound: (runId, startedAt) => `アーカイブに問題はありません（${startedAt}の実行、実行ID ${runId}）。`,
  },
  app: {
    heading: "比較するアプリ",
    records: (records, attachments) => `${number(records)}レコード、添付ファイル${number(attachments)}個`,
    noRecords: "このアーカイブにはアプリが入っていません。",
    bytes: "添付ファイルの内容も比較する（ファイルごとにリクエストが1回増えます）",
    compare: "比較する",
  },
  comparing: {
    progress: "比較したレコード",
    note: "kintoneのデータは何も変更しません。終わるまでこのページを開いたままにしてください。",
  },
  compared: {
    heading: (app) => `${app}の比較結果`,
    records: "レコードの違い",
    all: "すべて",
    kind: "種類",
    search: "検索（値、フィールドコード、ID、更新者）",
    shown: (from, to, total) => `${number(total)}件中 ${number(from)}～${number(to)}件を表示`,
    nothing: "該当するレコードはありません。",
    column: {
      kind: "種類",
      record: "レコード",
      field: "フィールド",
      archived: "アーカイブの値",
      present: "現在の値",
    },
    kinds: {
      missing: "アプリにない",
      differs: "違いあり",
      explained: "戻せない値だけが違う",
      newer: "アーカイブより新しい",
      surplus: "アーカイブにない",
      unread: "比較できない",
    },
    gone: "アプリにありません",
    notArchived: "アーカイブにありません",
    open: (id) => `レコード（ID ${id}）を開く`,
    previous: "前へ",
    next: "次へ",
    again: "アプリの選択に戻る",
  },
};
