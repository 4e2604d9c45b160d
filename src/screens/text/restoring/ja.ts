import { quantitiesIn } from "../quantities";
import type { RestoringTexts } from "./messages";

const { number } = quantitiesIn("ja");

export const restoringTexts: RestoringTexts = {
  title: "バックアップとの比較と復元",
  introduction:
    "バックアップのzipファイルを選ぶと、破損がないか確認したうえで、現在のアプリと比較します。比較しただけでは、kintoneのデータは何も変わりません。",
  goingOn:
    "途中で止まった復元を続けます。復元を開始したときと同じzipファイルを選ぶと、残りを復元します。二重に追加されることはありません。",
  ofRun: (runId) => `この実行（実行ID ${runId}）のzipファイルをすべて選んでください。`,
  archive: {
    unsound:
      "このアーカイブには問題があるため、使用できません。kintoneのデータは何も変更していません。zipファイルをすべて選んでいるか確認するか、別の場所に保管した同じファイルを選んでください。",
    another:
      "復元を開始したときとは別のアーカイブのため、再開していません。kintoneのデータは、これ以上変更していません。復元を開始したときと同じzipファイルを選んでください。",
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
    elsewhere: "別のアプリと比較して復元する",
    elsewhereNote: "同じフィールドを持つアプリを選べます。アーカイブの元のアプリには書き込みません。",
    find: "アプリ名（一部でも可）、またはアプリID",
    look: "アプリを検索",
    noneFound: "該当するアプリはありません。検索できるのは、閲覧または追加の権限があるアプリだけです。",
    target: "復元先のアプリ",
    key: "同じレコードを見分けるフィールド",
    onlyAdd: "見分けずに、追加だけを行う",
    into: (archived, target) => `${archived}から${target}へ`,
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
    tryAgain: "もう一度試す",
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
    tick: (record) => `${record}を選ぶ`,
    ticked: (records, all) => `${number(all)}件中${number(records)}件を選択中`,
    noneTicked: (all) => `何も選択しない場合は、違いのあるすべてのレコード（${number(all)}件）が復元の対象になります。`,
    noneOfFound: (found, all) =>
      `何も選択しない場合は、検索で見つかった${number(found)}件だけか、違いのある${number(all)}件すべてかを、次の画面で選びます。`,
    tickAll: (records) => `すべて（${number(records)}件）を選択`,
    tickFound: (records) => `見つかった${number(records)}件をすべて選択`,
    untick: "選択を解除",
    restore: "復元に進む",
    onlyCompares:
      "このブラウザーでは作業用ファイルを保存できないため、比較はできますが、復元はできません。プライベートウィンドウではない通常のウィンドウで、最新のChrome、Edge、Firefoxのいずれかを使用してください。",
  },
  recording: {
    heading: "この比較を履歴に記録する（もう一度比較します）",
    reason: "理由（省略できます）",
    record: "比較して記録",
    underWay: "比較して記録しています…",
    recorded: "記録しました。履歴のレコードを開く",
  },
  choices: {
    heading: "復元の内容",
    records: "対象のレコード",
    ticked: (records) => `選択した${number(records)}件`,
    found: (records) => `検索で見つかった${number(records)}件だけ`,
    all: (records) => `違いのあるすべてのレコード（${number(records)}件）`,
    amount: (records, requests) => `${number(records)}件、リクエスト${number(requests)}回以上`,
    modes: "行うこと",
    add: (amount) => `アプリにないレコードを追加する（${amount}）`,
    addNote: "削除されたレコードを元の値で追加します。レコード番号は新しくなります。",
    putBack: (amount) => `違いのあるレコードをアーカイブの値に戻す（${amount}）`,
    putBackNote: "比較の後にほかの人が変更したレコードは、そのまま残します。",
    fields: (chosen, all) => `戻すフィールド（${number(all)}個中${number(chosen)}個）`,
    field: (code, records) => `${code}（${number(records)}件）`,
    remove: (amount) => `アーカイブにないレコードを削除する（${amount}）`,
    removeNote: "アプリをアーカイブと同じ状態にするための操作です。次の画面で、アプリ名と件数の入力が必要です。",
    newer: (amount) => `バックアップの後に追加されたレコードも削除する（${amount}）`,
    newerNote: "アーカイブには、これらのレコードの情報がまったくありません。",
    notExact: {
      "another-app": "別のアプリのアーカイブのため、アーカイブにないレコードを削除することはできません。",
      condition:
        "このアーカイブには条件に合うレコードしか入っていないため、アーカイブにないレコードを削除することはできません。",
      incomplete:
        "このアーカイブには、バックアップで読み取れなかったレコードがあります。そのため、アーカイブにないレコードを削除することはできません。",
    },
    reason: "理由（必須、履歴に記録されます）",
    noRecords: "対象のレコードを選んでください。",
    nothingChosen: "行うことを選んでください。",
    reasonMissing: "理由を入力してください。",
    back: "比較結果に戻る",
    check: "確認に進む",
  },
  which: {
    heading: "対象レコードを絞り込む",
    condition: "次の条件に合うレコードだけ（kintoneのクエリ）",
    conditionNote: '条件は、アーカイブの値で判定します。例: 顧客コード = "C00007"',
    from: "アーカイブの更新日時が、この日時以降（このパソコンのタイムゾーン）",
    to: "アーカイブの更新日時が、この日時より前（このパソコンのタイムゾーン）",
    onlyDeleted: "バックアップの後に削除されたレコードだけ",
    attachmentsOnly: "添付ファイルだけを戻す",
    attachmentsNote:
      "違いのあるレコードのほかのフィールドは、そのまま残します。ファイルの内容は、次の確認で比較します（ファイルごとにリクエスト1回）。",
    chosen: (records) => `アーカイブのレコードのうち、${number(records)}件が対象です。`,
  },
  checking: {
    free: "復元を開始できます。まだ何も変更していません。",
    inTheWay: "復元の前に確認が必要なことがあります。まだ何も変更していません。",
    settled: (decision) => `決定: ${decision}`,
    otherwise: "変更",
    before:
      "復元の前に、現在のアプリを自動でバックアップします。元に戻すときに必要なため、ダウンロードされるzipファイルを保存してください。",
    back: "復元の内容に戻る",
    again: "もう一度確認する",
    restore: "復元を開始する",
  },
  plan: {
    offered: "保存した復元の計画（restore-plan.json）も、ここで選択できます。",
    read: (file, app) => `「${file}」を読み取りました。「${app}」への復元の計画です。`,
    same: "読み取った計画と同じ内容です。",
    save: "計画を保存",
  },
  ways: {
    decide: "決定",
    leaveOutPerson: (name) => `「${name}」を外す（作成者・更新者は、復元を実行する人になります）`,
    leaveEmpty: "空にする",
    appName: (name) => `アプリ名「${name}」を入力してください`,
    removals: "削除する件数を入力してください",
    confirmRemovals: "削除を確定する",
  },
  progress: {
    label: "復元の進み具合",
    note: "終わるまでこのページを開いたままにしてください。途中で閉じた場合は、次にこのページを開いたときに続きから再開できます。",
  },
  outcome: {
    failed: "復元を最後まで実行できませんでした",
    otherwise: "予定どおりにならなかったレコード",
    wayBack: "復元する前の状態に戻すには",
    undo: (runId) =>
      `復元の直前にバックアップしました（実行ID ${runId}）。この復元は、今すぐ元に戻せます。後で元に戻すときは、この復元の記録を開き、ダウンロードしたzipファイルを選んでください。`,
    nothingToUndo: "この復元では何も書き込まれていません。元に戻すものはありません。",
    undoing: (restoreId) => `復元（${restoreId}）で書き込まれたレコードを、その直前のバックアップの状態に戻します。`,
    undoReason: (restoreId) => `復元 ${restoreId} を元に戻す`,
    unrecorded:
      "復元の結果を履歴に記録できませんでした。kintoneに接続できるようになったら、このページを再読み込みして復元を続けてください。同じ内容が二重に書き込まれることはありません。",
    openApp: "アプリを開く",
    openRecord: "この復元の記録を開く",
    report: "レポートを保存",
  },
};
