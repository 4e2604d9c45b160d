import { domainNames } from "../domain-names";
import { quantitiesIn } from "../quantities";
import { settingNames } from "../setting-names";
import type { ReadmeMessages } from "./messages";

const switchedOff =
  "検討中のAPI（APIラボ）でのみ取得できます。このドメインで無効になっていたか、実行したユーザーには許可されていませんでした。";

export const ja: ReadmeMessages = {
  quantities: quantitiesIn("ja"),
  title: "kintoneアプリのバックアップ",
  introduction: [
    "kintoneのアプリのレコード、添付ファイル、設定などを、kintone Backup Managerで保存したものです。",
    "特別なソフトがなくても、次の方法で取り出せます。",
  ],
  started: (moment) => `開始日時: ${moment}`,
  runId: (id) => `実行ID: ${id}`,
  operator: (name) => `実行者: ${name}`,
  nobody: "（APIトークン）",
  nameAndCode: (name, code) => `${name}（${code}）`,

  useTitle: "■ データの取り出し方（アプリごとのフォルダーの中）",
  unzipAll: [
    "はじめに、このzipとすべての .partNN.zip を、同じフォルダーに順番に展開してください。",
    "manifest.json はそれぞれのzipにあり、上書きしてかまいません。最後のzipのものに全アプリの情報があります。",
    "各ファイルのSHA-256は、そのファイルが入っていたzipの manifest.json にあります。",
  ],
  use: [
    "1. records.csv: 表計算ソフトで開けます（UTF-8。Excelでは「データ」の「テキストまたはCSVから」）。kintoneにも戻せます（下記）。",
    "2. attachments、customize: 添付ファイルやカスタマイズのファイルそのものです。変更した名前は manifest.json にあります。",
    "3. records.jsonl、comments.jsonl、settings: 値を変えていないJSONです。SHA-256は manifest.json にあります。",
  ],
  furtherFiles:
    "データが多いアプリでは、続きが records-2.csv、records-2.jsonl、comments-2.jsonl などに番号順に入っています。",
  importTitle: "■ レコードをkintoneに戻すには",
  importAll: [
    "サイボウズのcli-kintoneを使い、アプリのフォルダーで次のコマンドを実行します。<id> は登録先のアプリIDです。",
    "登録先のアプリの管理権限があるユーザーは、このまま実行できます。作成者、作成日時、更新者、更新日時も戻ります。",
  ],
  importSome: [
    "アプリの管理権限がなくレコードの追加だけができる場合（エラーGAIA_BF02）や、レコードの中のユーザーが",
    "kintoneから削除されている場合（エラーGAIA_IL26）は、登録する列を指定して実行します。",
  ],
  importFields: [
    "a,b,c には、records.csvの見出しをカンマで区切って並べます。ただし、次の列は除いてください: レコード番号、作成者、",
    "作成日時、更新者、更新日時、計算フィールド、削除されたユーザーを含む列、テーブルの中のフィールド",
    "（テーブル自体を指定すれば足ります）。この場合、レコードの作成者は実行したユーザー、作成日時は実行時になります。",
  ],
  importFurtherFiles:
    "records-2.csv などもあるアプリでは、番号の順に1ファイルずつ、ファイル名を変えて実行してください。",
  importNotes: [
    "接続先とログインの指定（--base-url、--username、--guest-space-id など）も必要です。",
    "レコードは新しく追加されます。",
    "ステータス、作業者、カテゴリー、コメントは、この方法では戻りません。",
  ],

  appsTitle: "■ アプリの一覧",
  column: {
    folder: "フォルダー",
    records: "レコード",
    attachments: "添付ファイル",
    comments: "コメント",
    name: "アプリ名",
  },
  writtenOf: (written, expected) => `${written} / ${expected}`,
  appsNote:
    "「98 / 100」は、バックアップに98件、kintoneに100件という意味です。一覧にないアプリは、バックアップに含まれていません。",

  domainTitle: "■ アプリ以外の情報（domain フォルダーの中）",
  domainList: (path, name, count) => `${path}: ${count}件（${name}）`,

  missingTitle: "■ バックアップに含まれていないもの",
  inCommon: "すべてのアプリに共通:",
  inParticular: "アプリごと:",
  ofDomain: "アプリ以外:",
  nothingInParticular: "ほかに、不足していることがわかっているものはありません。",
  earlierComments: (records, oldest) =>
    `レコード${records}件のコメントは、以前のバックアップから引き継いだものです（最も古い読み取り: ${oldest}）。その後のコメントは含まれていません。`,
  recordsDiffer: (written, expected) =>
    `レコード数が一致しません。kintoneでは${expected}件、バックアップでは${written}件です。`,
  attachmentsDiffer: (written, expected) =>
    `添付ファイルの数が一致しません。kintoneでは${expected}件、バックアップでは${written}件です。`,
  otherRecords: (query) => `次の条件に合わないレコード: ${query}`,
  part: {
    app: "アプリ全体",
    records: "レコード",
    "hidden-records": "実行したユーザーが閲覧できないレコード",
    attachments: "すべての添付ファイル",
    comments: "コメント",
    settings: "アプリの設定",
    administration: "アプリの管理者だけが閲覧できる設定",
    customize: "設定で使われているファイル（JavaScript、CSS、アイコン）",
    "setting-part": "設定のうち、想定と異なる部分",
    field: "フィールドの値",
    attachment: "添付ファイル",
    cell: "records.csvの一部の値",
    rows: "records.csvの一部のレコードの行",
    identifier: "個人識別番号（マイナンバーなど）の可能性があるフィールドの値",
    "derived-field": "除外したフィールドから計算されるフィールドの値",
    "record-history": "レコードの変更履歴",
    "process-history": "プロセス管理の履歴",
    "api-tokens": "APIトークン",
    webhooks: "Webhookの設定",
    "plugin-configurations": "プラグインの設定内容",
    "category-tree": "カテゴリーの階層",
    "lookup-search": "ルックアップの検索方式",
    "space-threads": "スペースのスレッドとカバー画像",
    "undeployed-settings": "アプリに反映されていない設定の変更",
    ...domainNames.ja,
    space: "スペース",
    "unlisted-spaces": "実行したユーザーが閲覧できないスペース、アプリのないスペース",
    "guest-users": "ゲストユーザー",
    "user-details": "ユーザーのメールアドレス、電話番号、誕生日など",
  },
  reason: {
    NOT_OFFERED_BY_KINTONE: "kintoneのAPIでは取得できません。",
    NOT_READ: "このバックアップの対象ではありません。",
    NOT_READABLE: "バックアップを実行したユーザーに、閲覧する権限がありませんでした。",
    EXCLUDED: "バックアップしないように指定されていました。",
    NOT_IN_CSV: "records.csvには列がありません。値はrecords.jsonlにあります。",
    FAILED: "バックアップできませんでした。",
  },
  ownReason: {
    "user-details": { EXCLUDED: "復元に必要のない個人情報のため、常に含めません。" },
    "unlisted-spaces": {
      NOT_OFFERED_BY_KINTONE: "kintoneの一覧に出ないため、含まれていないものがある可能性があります。",
    },
    "api-tokens": { NOT_OFFERED_BY_KINTONE: "kintoneのAPIでは取得できません。秘密の情報でもあります。" },
    "category-tree": { NOT_OFFERED_BY_KINTONE: switchedOff },
    "plugin-configurations": { NOT_OFFERED_BY_KINTONE: switchedOff },
    "undeployed-settings": { NOT_READ: "まだアプリで使われていないため、対象ではありません。" },
    comments: {
      NOT_OFFERED_BY_KINTONE: "アプリのコメント機能が無効なため、kintoneから取得できません。",
    },
    "setting-part": {
      FAILED:
        "そこで指定されたファイルなどは含まれていない可能性があります。設定の内容は、値を変えずに含まれています。",
    },
    "hidden-records": {
      NOT_READABLE: "レコードのアクセス権により、含まれていない可能性があります。あるかどうかも、件数もわかりません。",
    },
    cell: { NOT_IN_CSV: "CSVでは表せない値です。records.jsonlにはすべてあります。" },
    rows: { NOT_IN_CSV: "CSVファイルに収まりません。レコードはrecords.jsonlにあります。" },
    identifier: { EXCLUDED: "バックアップするかどうかが決まっていなかったため、除外しました。" },
    "derived-field": { EXCLUDED: "除外した値がわかってしまうため、除外しました。" },
  },
  setting: settingNames.ja,
  list: domainNames.ja,
  space: (id) => `スペース ${id}`,
  record: (id) => `レコード ${id}`,
  field: (code) => `フィールド「${code}」`,
  pathOf: (path, name) => `${name}（${path}）`,
  separator: "、",
  because: (place, text) => `${place}（${text}）`,
  more: (count) => `ほか${count}件: manifest.json を見てください。`,
};
