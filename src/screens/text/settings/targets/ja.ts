import { quantitiesIn } from "../../quantities";
import type { TargetsMessages } from "./messages";

const { number } = quantitiesIn("ja");

export const targets: TargetsMessages = {
  title: "対象アプリ",
  introduction:
    "バックアップするアプリを追加し、アプリごとに内容を選びます。有効な対象（「バックアップする」にチェックがあるレコード）を表示しています。",
  savedApart:
    "ここで選んだ内容は対象アプリの登録（レコード）に保存されるため、専用の保存ボタンがあります。次回の実行から有効になり、アプリの更新は不要です。",
  reading: "対象アプリを読み込んでいます…",
  none: "有効な対象がありません。上の「対象アプリの追加」で、バックアップするアプリを追加してください。",
  unreadable:
    "対象アプリを読み込めなかったため、ここでは選べません。この画面のほかの設定は使えます。このアプリを作成したばかりの場合は、先にフィールドを追加してアプリを更新してください。",
  readAgain: "再読み込み",
  overview: {
    undecided: (fields, apps) =>
      `個人識別番号の可能性がある未決定のフィールドが、${number(apps)}個のアプリに${number(fields)}個あります。決めるまでバックアップされず、結果は「一部不足」になります。`,
    noneUndecided: "決める必要のあるフィールドはありません。",
    checked: (checked, all) => `個人識別番号の確認が済んだアプリ: ${number(all)}個中${number(checked)}個`,
    checkAll: (all) => `${number(all)}個のアプリをすべて確認`,
  },
  state: {
    unread: "未確認",
    reading: "読み込み中…",
    failed: "読み込めません",
    undecided: (fields) => `未決定のフィールド: ${number(fields)}個`,
    decided: "未決定なし",
    unsaved: "未保存",
  },
  records: (records) => `バックアップするレコード: ${number(records)}件`,
  detailsUnreadable: "このアプリを読み込めませんでした。",
  fieldsMissing: (codes) =>
    `このアプリに必要なフィールドがないか、閲覧する権限がないため、この対象の選択を保存できません（${codes.join("、")}）。フィールドを追加して、アプリを更新してください。`,
  parts: {
    title: "バックアップする内容",
    part: {
      records: "レコード",
      attachments: "添付ファイル",
      comments: "コメント",
      settings: "アプリの設定",
      administration: "アプリの管理者だけが閲覧できる設定",
    },
    hint: {
      records: "下で除外しなかったすべてのフィールドの値です。",
      attachments: "添付ファイルフィールドのファイルです。",
      settings:
        "アプリを閲覧できる人なら誰でも読み取れる設定（一覧、グラフ、プロセス管理、アプリの設定など）です。フォームは常にバックアップします。",
      administration:
        "アクセス権、通知、アクション、プラグイン、JavaScript・CSS、管理者用メモです。アプリの管理者が実行しないと読み取れず、結果は「一部不足」になります。",
    },
    pluginConfigurations: "プラグインの設定内容",
    pluginConfigurationsHint:
      "検討中のAPI（APIラボ）がこのドメインで有効な場合に、バックアップされます。APIキーなど、プラグインに設定された秘密の情報もzipファイルにそのまま含まれます。",
    withoutRecords:
      "添付ファイルとコメントはレコードの一部です。レコードをバックアップしない場合は、どちらもバックアップされません。",
    atLeastOne: "1つ以上選択してください。",
    cost: (requests) =>
      `1回の実行につき約${number(requests)}リクエスト（レコード1件ごとに1回、コメントが多いレコードは約10件ごとに1回追加）。`,
    aboveBudget: (budget) =>
      `注意: バックアップが1日に1アプリで使えるAPIリクエスト（${number(budget)}回）を超えるため、1日ではすべてを読み取れません。対象の絞り込み条件でレコードを減らすか、コメントのチェックを外すか、使える回数を上の設定で増やしてください。`,
    costEach:
      "アプリごとに、1回の実行につきレコード1件で約1リクエスト（コメントが多いレコードは約10件ごとに1回追加）。",
    commentsOff:
      "このアプリではコメント機能が無効です。バックアップするコメントはなく、チェックの有無にかかわらずリクエストも発生しません。",
  },
  identifiers: {
    title: "個人識別番号の可能性があるフィールド",
    hint: "個人番号（マイナンバー）の複製は、法律で制限されています。「バックアップする」を選ばない限り、バックアップされません。",
    none: (records) => `フィールドの名前と新しいレコード${number(records)}件の値からは見つかりませんでした。`,
    evidence: {
      name: (kind) => `理由: フィールドの名前（${kind}）`,
      values: (kind) => `理由: 値の形式（${kind}）`,
    },
    kind: {
      "my-number": "個人番号（マイナンバー）",
      "basic-pension-number": "基礎年金番号",
      "residence-card-number": "在留カード番号",
      "passport-number": "旅券番号",
      "drivers-license-number": "運転免許証番号",
      "employment-insurance-number": "雇用保険被保険者番号",
      "health-insurance-number": "健康保険の被保険者番号",
      "resident-record-code": "住民票コード",
      "credit-card-number": "クレジットカード番号",
      "social-security-number": "社会保障番号",
      "national-id-number": "外国の国民識別番号",
    },
    decision: {
      "leave-out": "除外する",
      "back-up": "バックアップする",
      undecided: "未決定（バックアップされず、結果は「一部不足」になります）",
    },
    withTable: (table) => `テーブル「${table}」ごと除外されます。`,
    undecided: "未決定",
  },
  fields: {
    title: (leftOut) => `そのほかの除外するフィールド: ${leftOut === 0 ? "なし" : `${number(leftOut)}個`}`,
    hint: "チェックしたフィールドの値はバックアップされません。フォームの定義は残ります。",
    named: (label, code) => (label === code ? label : `${label}（${code}）`),
    inTable: (field, table) => `テーブル「${table}」の${field}`,
    wholeTable: (table) => `${table}: テーブル全体`,
    withTable: "テーブルごと除外されます。",
    derived: "除外するフィールドから計算されるため、いっしょに除外されます。",
    unknown: "このフィールドコードのフィールドはアプリにありません。削除されたか、コードが変更されています。",
  },
  rules: {
    title: "ルール",
    state: "ルール",
    hint: "ここで選んだ内容は、ルールに当てはまるすべてのアプリに適用されます。個人識別番号の可能性があるフィールドは、下のどちらかの一覧に入力するか、そのアプリを単独の対象として追加するまでバックアップされず、結果は「一部不足」になります。",
    incomplete: "スペースの指定がないルール",
    list: {
      exceptions: { label: "除くアプリ", hint: "アプリIDを1行に1つ入力します。" },
      excludedFields: {
        label: "除外するフィールド",
        hint: "フィールドコードを1行に1つ入力します。そのフィールドがあるアプリから除外されます。",
      },
      includedIdentifiers: {
        label: "個人識別番号の可能性があってもバックアップするフィールド",
        hint: "フィールドコードを1行に1つ入力します。",
      },
    },
  },
  save: {
    button: "対象アプリの設定を保存",
    saving: "保存しています…",
    nothingChanged: "変更がないため、保存する内容はありません。",
    saved: (apps) => `保存しました: ${apps.join("、")}。次回の実行から有効です。`,
    notSaved: "保存できなかったものがあります。",
    atLeastOne: (app) =>
      `${app}: バックアップする内容を1つ以上選択してください。アプリをバックアップしない場合は、対象アプリの登録で「バックアップする」のチェックを外してください。`,
    changed: (app) =>
      `${app}: ほかのユーザーがこの対象を変更したため、保存しませんでした。保存されている内容を表示しています。選び直して保存してください。`,
    gone: (app) => `${app}: この対象は無効にされたか削除されたため、保存しませんでした。`,
    failed: (app, problem) => `${app}: ${problem}`,
  },
  acceptance: {
    title: "不足の承認",
    hint: "実行する人の権限では読み取れず、毎回不足するものです。承認すると、それだけが不足する実行は「成功」になり、承認した不足と理由を毎回示します。承認していない不足や、範囲が変わった不足は、これまでどおり「一部不足」になります。承認するより、アプリの管理者が実行することをおすすめします。",
    given: ({ reason, by, at }) => `承認済み（${by}、${at.slice(0, 10)}、理由: ${reason}）`,
    takeBack: "承認を取り消す",
    takeBackOf: (gap) => `${gap}の承認を取り消す`,
    offered: "前回の実行で不足したもの",
  },
};
