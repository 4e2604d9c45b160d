import { fieldTypeIn } from "../field-type-names";
import { quantitiesIn } from "../quantities";
import type { RestoreMessages } from "./messages";

const { number, moment } = quantitiesIn("ja");

const type = (name: string) => fieldTypeIn("ja", name);
const named = (names: readonly string[]) => names.map((name) => `「${name}」`).join("");
const inTable = (table: string | undefined) => (table === undefined ? "テーブルの外" : `テーブル「${table}」の中`);
const time = (at: string) => moment(at) ?? at;
const app = (id: string | undefined) => (id === undefined ? "アプリ" : `アプリ（ID ${id}）`);

/** What of an archive. */
function partOf(record: string | undefined, path: string | undefined): string {
  if (record !== undefined) return `レコード（ID ${record}）`;
  return path === undefined ? "一部" : `「${path}」`;
}

export const restoreTexts: RestoreMessages = {
  sentence: {
    RUN_SILENT: ({ resumable }) =>
      `復元の処理が応答しなくなったため、終了しました。${
        resumable
          ? "書き込まれたレコードは、そのまま残っています。このページを再読み込みして、「続きから再開」が表示された場合は再開してください。表示されない場合は、何も書き込まれていません。"
          : "何も変更していません。このダイアログを閉じて、もう一度比較してください。"
      }`,
    APP_NOT_FOUND: (facts) =>
      `${app(facts.app)}がありません。削除から14日未満であれば、cybozu.com共通管理者がkintoneシステム管理で、データを含めて復旧できます。`,
    WRONG_SPACE: (facts) =>
      facts.guestSpaceId
        ? `このアーカイブはゲストスペース（ID ${facts.guestSpaceId}）のアプリのものですが、${app(facts.app)}はその中にありません。`
        : `このアーカイブはゲストスペースの外にあるアプリのものですが、${app(facts.app)}はゲストスペースの中にあります。`,
    NO_PERMISSION: (facts) =>
      facts.ofToken
        ? `APIトークンに${app(facts.app)}を読み取る権限がありません。アプリの設定でAPIトークンに「レコード閲覧」を付け、アプリを更新してから、もう一度比較してください。`
        : `${app(facts.app)}を読み取る権限がありません。レコードとすべてのフィールドを閲覧できるユーザーで、もう一度比較してください。`,
    TOO_MANY_REQUESTS: () =>
      "kintoneへのリクエストが多すぎます。しばらく待ってからもう一度比較するか、「requestsAtOnce」を小さくしてください。",
    UNAVAILABLE: () =>
      "kintoneを利用できません。メンテナンス中か、混み合っている可能性があります。しばらく待ってから、もう一度比較してください。",
    NETWORK: ({ obstacle }) =>
      obstacle ? undefined : "接続が切れました。ネットワークを確認してから、もう一度比較してください。",
    TIMED_OUT: () => "kintoneの応答が時間内に届きませんでした。しばらく待ってから、もう一度比較してください。",
    OVER_BUDGET: ({ app: id, expected = 0, actual = 0 }) =>
      `比較には最大${number(expected)}回のAPIリクエストが必要ですが、${id ? `アプリ（ID ${id}）` : "アプリ"}で今日使えるのは残り${number(actual)}回のため、比較していません。翌日（日本時間の午前9時以降）に比較するか、添付ファイルの中身を比較しないようにするか、設定の「1日1アプリあたりのリクエスト数」を増やしてください。`,
    ANSWER_TOO_LARGE: () => "kintoneの応答が大きすぎるため、比較できませんでした。",
    FILE_GONE: ({ file = "", path }) =>
      path
        ? `「${file}」はアーカイブに入っていないため、内容を比較できませんでした。理由はアーカイブの README.txt にあります。`
        : `「${file}」がkintoneに見つからないため、内容を比較できませんでした。比較の途中で差し替えられた可能性があります。`,
    ARCHIVE_DAMAGED: ({ record, path }) =>
      `アーカイブの${partOf(record, path)}を解釈できません。別の場所に保管した同じアーカイブを使ってください。`,
    CANCELLED: () => "比較をキャンセルしました。kintoneのデータは何も変更していません。",
  },
  comparing: (appName) => `「${appName}」を比較しています`,
  cancelling: "比較をキャンセルしています…",
  verdict: {
    same: "違いはありません。アーカイブにあるものはすべて、そのままkintoneにあります。",
    differs: "kintoneとアーカイブに違いがあります。何も変更していません。",
    unable: "比較できなかったアプリがあります。何も変更していません。",
  },
  notComparable: {
    "no-form": (why) => `アーカイブに「${why.app}」のフォームがないため、レコードを比較できません。`,
    "no-records": (why) => `アーカイブに「${why.app}」のレコードは入っていません（バックアップの対象外）。`,
    "another-app": ({ archived, present }) =>
      `アプリID ${present.appId} は現在、${present.creator}が${time(present.createdAt)}に作成した「${present.name}」です。アーカイブは${time(archived.createdAt)}に作成された「${archived.name}」のものです。別のアプリ（別のドメインのアプリの可能性もあります）のため、比較していません。`,
    "same-app": (why) =>
      `アプリ「${why.app}」はアーカイブの元のアプリです。このまま追加すると、すべてのレコードが重複します。レコード番号、または値の重複を禁止したフィールドで照合してください。`,
    "no-key": ({ field, keys }) =>
      `フィールド「${field}」ではレコードを照合できません。アーカイブとアプリの両方で「値の重複を禁止する」が有効な、文字列（1行）または数値のフィールドが必要です。${keys.length > 0 ? `使えるフィールド: ${named(keys)}` : "使えるフィールドがないため、レコードの追加だけができます。"}`,
  },
  app: (name) => `アプリ「${name}」`,
  counts: {
    archived: "アーカイブ",
    present: "現在のアプリ",
    equal: "一致",
    missing: "アプリにない",
    differs: "違いあり",
    explained: "kintoneが決める値だけが違う",
    newer: "アーカイブより新しい",
    surplus: "アーカイブにない",
    unread: "比較できない",
  },
  form: {
    same: "フォームは同じです。",
    alike: "フォームは変更されていますが、レコードの値に関わる違いはありません。",
    heading: "フォームに違いがあります。",
    difference: {
      absent: ({ field, table, label, type: of, proposals }) =>
        `フィールド「${field}」（${table === undefined ? "" : `テーブル「${table}」の中、`}「${label}」、${type(of)}）は現在のフォームにありません。値は復元されません。${
          proposals.length > 0
            ? `同じ名前と種類の${named(proposals)}に変わった可能性があります。その場合は、フィールドコードを元に戻してください。`
            : ""
        }`,
      type: ({ field, archived, present }) =>
        `フィールド「${field}」の種類が、${type(archived)}から${type(present)}に変わりました。元の値を入れられないため、値は復元されません。`,
      place: ({ field, archived, present }) =>
        `フィールド「${field}」が、${inTable(archived)}から${inTable(present)}に移りました。値は復元されません。`,
      required: ({ field }) =>
        `フィールド「${field}」は必須になりました。アーカイブで空のレコードは、値を決めないと戻せません。`,
      unique: ({ field }) => `フィールド「${field}」は値の重複が禁止されました。ほかのレコードにある値は戻せません。`,
      limit: ({ field, limit, archived, present }) =>
        `フィールド「${field}」の制限が厳しくなりました（${limit}: ${archived === "" ? "なし" : archived} → ${present}）。制限に合わない値は戻せません。`,
      options: ({ field, gone }) =>
        `フィールド「${field}」から次の選択肢がなくなりました: ${gone
          .map(
            ({ option, proposal }) =>
              `「${option}」${proposal === undefined ? "" : `（現在は「${proposal}」の可能性があります）`}`,
          )
          .join("、")}。これらを選んだ値は、そのままでは戻せません。`,
      lookup: ({ field }) =>
        `フィールド「${field}」のルックアップの設定が変わりました。コピーされる値は、現在のものになります。`,
      added: ({ field, label, type: of }) =>
        `フィールド「${field}」（「${label}」、${type(of)}）が追加されました。アーカイブには何の情報もありません。`,
    },
  },
  excluded: (fields) => `アーカイブから除外されているため、比較していないフィールド: ${named(fields)}`,
  mayBeHidden: {
    rules:
      "レコードのアクセス権のために見えないレコードがある可能性があります。アプリにないと表示されたレコードも、実際にはあるかもしれません。すべてのレコードを閲覧できるユーザーで比較してください。",
    unknown:
      "レコードのアクセス権はアプリの管理者しか確認できないため、見えないレコードがあるかどうかわかりません。アプリにないと表示されたレコードも、実際にはあるかもしれません。",
    changed:
      "比較の途中でレコードのアクセス権が変わりました。アプリにないと表示されたレコードも、実際にはあるかもしれません。もう一度比較してください。",
  },
  condition: (query) =>
    `アーカイブには、次の条件に合うレコードだけが入っています: ${query}。それ以外のレコードについては何もわからないため、違いとして扱いません。`,
  noAttachments:
    "アーカイブに添付ファイルが入っていないため（バックアップの対象外）、ファイルの内容は比較していません。",
  record: (id, presentId) => (id === presentId ? `レコード（ID ${id}）` : `レコード（ID ${id}、現在は ${presentId}）`),
  changed: (by, at) => [by, at !== undefined && time(at)].filter(Boolean).join("、"),
  more: (others) => `ほか${number(others)}件`,
  value: {
    none: "（空）",
    rows: (rows) => `${number(rows)}行`,
    otherRows: (rows) => `${number(rows)}行（値が違います）`,
    otherBytes: (files) => `${files}: 名前とサイズは同じで、内容が違います`,
    nameAndCode: (name, code) => `${name}（${code}）`,
    list: (values) => values.join("、"),
    quoted: (text) => `「${text}」`,
    becomes: (field, archived, present) => `${field}: ${archived} → ${present}`,
    field: (code, table) => (table === undefined ? code : `${table} / ${code}`),
    unwritable: {
      copied: "ほかのアプリからコピー",
      calculated: "計算",
      process: "プロセス管理",
      category: "カテゴリー",
      stamp: "kintoneが記録",
    },
  },
};
