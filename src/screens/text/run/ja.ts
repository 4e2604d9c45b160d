import type { ErrorFacts } from "../../../domain/errors";
import type { OverBudget } from "../../../domain/request-budget";
import type { Target } from "../../../domain/target";
import { askedTexts } from "../asked/ja";
import { limitsBehind } from "../asked/limits";
import { domainNames } from "../domain-names";
import { pageTexts } from "../page/ja";
import { settingNameIn } from "../setting-names";
import { unreachedTexts } from "../unreached/ja";
import { toldObstacle } from "../unreached/messages";
import type { Messages } from "./messages";

const { number, bytes, duration, moment } = pageTexts.quantities;

/** 「アプリ（ID 12）のレコード（ID 34）の添付ファイル「図面.pdf」」: only what is known. */
function what(facts: ErrorFacts, otherwise: string): string {
  const { app, settings = [], lists = [], spaces = [], record, field, file, path } = facts;
  const names = settings.map((name) => `「${settingName(name)}」`).join("");
  const ofDomain = [...lists.map((list) => domainNames.ja[list]), ...(spaces.length > 0 ? [namedSpaces(spaces)] : [])];
  const parts = [
    ofDomain.join("、"),
    app && `アプリ（ID ${app}）`,
    names && `設定${names}`,
    record && `レコード（ID ${record}）`,
    field && `フィールド「${field}」`,
    file && `添付ファイル「${file}」`,
    !file && !names && path && `「${path}」`,
  ];
  return parts.filter(Boolean).join("の") || otherwise;
}

/** 「スペース（ID 3、5、ほか7個）」 */
function namedSpaces(ids: readonly string[]): string {
  const more = ids.length > MOST_SPACES ? `、ほか${number(ids.length - MOST_SPACES)}個` : "";
  return `スペース（ID ${ids.slice(0, MOST_SPACES).join("、")}${more}）`;
}

/** Of what is not there, whatever of it was asked for. */
const theApp = ({ app }: ErrorFacts, otherwise: string) => what({ ...(app && { app }) }, otherwise);

/** 「アプリ「図面」（ID 12）」: only what is known. */
function appCalled({ app, appName }: ErrorFacts): string {
  const name = appName === undefined ? "アプリ" : `アプリ「${appName}」`;
  return app ? `${name}（ID ${app}）` : name;
}

const ruleCalled = ({ rule }: ErrorFacts) => (rule ? askedTexts.rule(rule) : "複数のアプリ");

/** 「図面（ID 12）、受注（ID 13）」 */
const appsCalled = ({ apps = [] }: ErrorFacts) =>
  apps.map(({ appId, appName }) => (appName ? `${appName}（ID ${appId}）` : `ID ${appId}`)).join("、");

const doneBy = ({ operator, since = "" }: ErrorFacts) =>
  operator
    ? `変更した人: ${operator}${since && `（${moment(since) ?? since}）`}。`
    : "変更した人の記録は見つかりませんでした。";

/** What is in the way, what that means, and what to do; nothing when it is not known. */
function obstructed(facts: ErrorFacts): string | undefined {
  const told = toldObstacle(unreachedTexts, facts);
  return told && `${what(facts, "データ")}を読み取れませんでした。${told.cause}。${told.remedy}`;
}

/** 「（kintone: 100件、アーカイブ: 98件）」: only what is known. */
function compared(
  parts: Array<[label: string, value: number | undefined]>,
  written: (value: number) => string,
): string {
  const known = parts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${written(value)}`]));
  return known.length > 0 ? `（${known.join("、")}）` : "";
}

const settingName = (name: string) => settingNameIn("ja", name);
const count = (value: number) => `${number(value)}件`;
function named({ appId, appName, recordId, rule }: Target): string {
  if (appId) return `アプリ「${appName}」（ID ${appId}）`;
  return rule ? `ルール「${askedTexts.rule(rule)}」` : `対象アプリの登録（レコードID ${recordId}）`;
}

/** The system's own word, for whoever looks after it. */
function systemsReason(reason: string | undefined): string {
  return reason === undefined ? "" : `（理由: ${reason}）`;
}

/** Where nothing better is known to say. */
function unforeseen({ refusal, reason }: ErrorFacts): string {
  return refusal ? "" : systemsReason(reason);
}

/** What could not be saved; what to do about it depends on the place. */
export function notSaved(facts: ErrorFacts): string {
  return `${what(facts, "zipファイル")}を保存できませんでした${unforeseen(facts)}。`;
}

const overBudgetTexts: Record<OverBudget, string> = {
  stop: "コメントは、残りの回数で読み取れる分だけを読み取ります。ほかのデータが残りの回数に収まらない場合は、日本時間の9時を過ぎてから続きを読み取ります。",
  pause: "残りの回数を使い切ると、日本時間の9時を過ぎてから続きを読み取ります。",
  "without-comments":
    "コメントは読み取りません。ほかのデータが残りの回数に収まらない場合は、日本時間の9時を過ぎてから続きを読み取ります。",
  "go-on": "選択のとおり、この回数を超えて続けます。",
};

/** More are told by their number. */
const MOST_APPS = 5;
const MOST_SPACES = 20;

export const ja: Messages = {
  asked: askedTexts,
  ...pageTexts,
  step: {
    targets: "対象の確認",
    settings: "アプリ設定の取得",
    records: "レコードの取得",
    attachments: "添付ファイルの取得",
    comments: "コメントの取得",
    domain: "プラグイン・スペース・ユーザーの取得",
    pack: "zipの作成",
    verify: "検証",
    deliver: "保存",
    history: "履歴の記録",
  },
  problem: {
    sentence: {
      SETTINGS_UNREADABLE: () =>
        "プラグインの設定を読み取れないため、バックアップを開始できませんでした。管理者に、プラグインの設定画面を開いて保存し直すよう依頼してください。",
      NO_TARGETS: () =>
        "バックアップする対象がありません。対象のアプリを登録して「バックアップする」にチェックを入れてから、もう一度実行してください。",
      TARGET_INCOMPLETE: (facts) =>
        `対象アプリの登録${facts.record ? `（レコードID ${facts.record}）` : ""}に不備があるため、バックアップできませんでした。対象アプリのIDとゲストスペースIDを確認してください。`,
      TARGET_GONE: (facts) =>
        `${appCalled(facts)}は前回の実行では対象でしたが、今は対象ではないため、バックアップに含まれていません。対象の登録が削除されたか、別のアプリに変更されています。${doneBy(facts)}意図したものでなければ、プラグインの設定画面でもう一度追加してください。`,
      TARGET_DISABLED: (facts) =>
        `${appCalled(facts)}は前回の実行では対象でしたが、今は無効になっているため、バックアップに含まれていません。${doneBy(facts)}意図したものでなければ、もう一度有効にしてください。`,
      TARGET_RETYPED: (facts) =>
        `${appCalled(facts)}を対象として登録したレコードの種別が、別の種別に変更されていました。このアプリはこれまでどおりバックアップし、実行の終了時に種別を元に戻します。変更した人は、レコードの変更履歴で確認できます。`,
      RULE_INCOMPLETE: (facts) =>
        `スペースのすべてのアプリを対象とする登録${facts.record ? `（レコードID ${facts.record}）` : ""}にスペースIDがないため、このルールによるバックアップは行われませんでした。スペースIDを入力してください。`,
      RULE_EMPTY: (facts) =>
        `ルール「${ruleCalled(facts)}」に当てはまるアプリがkintoneから1つも得られなかったため、このルールによるバックアップは行われませんでした。アプリがあるか、閲覧する権限があるかを確認してください。今はアプリがない場合は、作成されるまでルールを無効にしてください。`,
      RULE_NOT_LISTED: (facts) =>
        facts.ofToken
          ? `APIトークンではkintoneからアプリの一覧を取得できないため、ルール「${ruleCalled(facts)}」によるバックアップは行われませんでした。ログイン名とパスワードで実行するか、アプリを1つずつ対象に追加してください。`
          : `ルール「${ruleCalled(facts)}」に当てはまるアプリの一覧を取得できなかったため${systemsReason(facts.reason)}、このルールによるバックアップは行われませんでした。スペースが残っているか、スペースのメンバーであるかを確認して、もう一度実行してください。`,
      RULES_NOT_PREPARED: () =>
        "このアプリには、ルールに必要なフィールドがまだありません。上の「このアプリを準備」を押してから、もう一度ルールを追加してください。",
      RULE_APPS_NEW: (facts) =>
        `ルール「${ruleCalled(facts)}」の前回の実行のあとに、次のアプリが新しく当てはまるようになりました。今回からバックアップします: ${appsCalled(facts)}。バックアップしない場合は、ルールから除くアプリにIDを追加してください。`,
      RULE_APPS_GONE: (facts) =>
        `次のアプリは、ルール「${ruleCalled(facts)}」の前回の実行ではバックアップしましたが、今回は含まれていません: ${appsCalled(facts)}。アプリが削除または移動されたか、閲覧する権限がなくなったか、ルールから除かれています。意図したものでなければ、アプリや権限を元に戻すか、アプリを単独の対象として追加してください。`,
      RULE_GONE: (facts) =>
        `ルール「${ruleCalled(facts)}」が削除、無効化または変更されたため、前回の実行でこのルールによりバックアップした次のアプリは、今回は含まれていません: ${appsCalled(facts)}。意図したものでなければ、ルールをもう一度追加するか、有効にしてください。`,
      APP_NOT_FOUND: (facts) =>
        `${theApp(facts, "対象のアプリ")}が見つからないため、バックアップできませんでした。アプリが削除されたか、アプリIDが間違っている可能性があります。対象アプリの登録で、アプリIDとゲストスペースIDを確認してください。`,
      RECORD_NOT_FOUND: (facts) =>
        `${what(facts, "レコード")}が見つからないため、バックアップに含まれていません。バックアップの途中で削除された可能性があります。`,
      NO_PERMISSION: (facts) =>
        facts.ofToken
          ? `APIトークンに権限がないため、${what(facts, "データ")}を読み取れませんでした。${theApp(facts, "アプリ")}の設定でAPIトークンに必要な権限（「レコード閲覧」。アプリの設定も読み取る場合は「アプリ管理」も）を付け、アプリを更新してから、もう一度実行してください。`
          : `権限がないため、${what(facts, "データ")}を読み取れませんでした。アプリ、レコード、フィールドのアクセス権を確認するか、権限のあるユーザーで実行してください。`,
      WRONG_SPACE: (facts) =>
        facts.guestSpaceId
          ? `${theApp(facts, "対象のアプリ")}は、ゲストスペース（ID ${facts.guestSpaceId}）では見つかりませんでした。対象アプリの登録で、ゲストスペースIDを確認してください。`
          : `${theApp(facts, "対象のアプリ")}はゲストスペースのアプリです。対象アプリの登録に、ゲストスペースIDを入力してください。`,
      QUERY_REFUSED: (facts) =>
        `${what(facts, "対象のアプリ")}のレコードを、指定された絞り込み条件では取得できませんでした。対象アプリの登録で、絞り込み条件を見直してください。`,
      SETTING_OUTDATED: (facts) =>
        `${what(facts, "アプリの設定")}は、すでに存在しないユーザー、グループ、組織、フィールドのいずれかを指定したままのためkintoneから取得できず、バックアップに含まれていません。kintoneでその設定を開き、存在しないものを取り除いて保存し、アプリを更新してから、もう一度実行してください。`,
      SESSION_EXPIRED: () =>
        "kintoneへのログインが無効になったため、続行できませんでした。ログインし直してから、もう一度実行してください。コマンドで実行している場合は、認証情報を確認してください。",
      LOGIN_REFUSED: () =>
        "kintoneにログインできませんでした。ログイン名とパスワード、またはAPIトークンを確認してください。2要素認証を使うユーザーでは、コマンドから実行できません。",
      TOKEN_REFUSED: (facts) =>
        `指定されたAPIトークンの中に${theApp(facts, "アプリ")}で使えるものがないため、${what(facts, "データ")}を読み取れませんでした。${theApp(facts, "アプリ")}の設定でAPIトークンを生成してアプリを更新し、環境変数KINTONE_API_TOKENにカンマ区切りで追加してください。`,
      TOO_MANY_REQUESTS: (facts) =>
        `kintoneへのリクエストが多すぎるため、${what(facts, "データ")}を読み取れませんでした。しばらく待ってからもう一度実行するか、設定の「同時リクエスト数」を小さくしてください。`,
      UNAVAILABLE: (facts) =>
        `kintoneが応答しないため、${what(facts, "データ")}を読み取れませんでした。メンテナンス中か、混み合っている可能性があります。しばらく待ってから、もう一度実行してください。`,
      NETWORK: (facts) =>
        obstructed(facts) ??
        `通信が途切れたため、${what(facts, "データ")}を読み取れませんでした。ネットワークの接続を確認してから、もう一度実行してください。`,
      TIMED_OUT: (facts) =>
        `kintoneの応答が時間内に届き終わらなかったため、${what(facts, "データ")}を読み取れませんでした。kintoneが混み合っているか、ネットワークが遅い可能性があります。しばらく待ってから、もう一度実行してください。`,
      ANSWER_TOO_LARGE: (facts) =>
        `kintoneの応答が大きすぎるため${compared([["上限", facts.expected]], bytes)}、${what(facts, "データ")}を読み取れず、バックアップに含まれていません。kintoneで内容（長い文章やテーブルの行）を減らすか、複数に分けてから、もう一度実行してください。`,
      BAD_RESPONSE: (facts) =>
        `kintoneの応答が正しい形式でないため、${what(facts, "データ")}を読み取れませんでした。もう一度実行しても続く場合は、ネットワークの管理者に相談してください。`,
      UNREACHABLE: (facts) =>
        obstructed(facts) ?? `kintoneに接続できないため、${what(facts, "データ")}を読み取れませんでした。`,
      NOT_KINTONE: (facts) =>
        obstructed(facts) ??
        `kintoneのAPIからではない応答${facts.contentType ? `（${facts.contentType}）` : ""}が返されたため、${what(facts, "データ")}を読み取れませんでした。IPアドレス制限、プロキシ、ファイアウォール、ログインページなどで通信が止められている可能性があります。この端末からkintoneを使えることを確認し、使えるのに続く場合は、kintoneのシステム管理者またはネットワークの管理者に相談してください。`,
      REFUSED: (facts) =>
        facts.managersOnly
          ? "対象の内容を変更できるのは、このアプリを管理する人だけです。アプリを管理する人に変更を依頼してください。アプリを管理する人なのに変更できない場合は、プラグインの設定画面の「このアプリを準備」を押してください。"
          : `${what(facts, "データ")}へのリクエストを、kintoneが受け付けませんでした。`,
      SETTINGS_NOT_READABLE: ({ app, settings = [] }) =>
        `${app ? `アプリ（ID ${app}）` : "アプリ"}の次の設定は閲覧する権限がないため、バックアップに含まれていません: ${settings.map(settingName).join("、")}。アプリの管理者が実行するか、プラグインの設定画面の「対象アプリ」で、この設定を対象から外すか、不足を承認してください。`,
      SETTING_NOT_UNDERSTOOD: ({ app, settings = [], parts = [] }) =>
        `${app ? `アプリ（ID ${app}）` : "アプリ"}の設定${settings.map((name) => `「${settingName(name)}」`).join("、")}に想定と異なる部分${parts.length > 0 ? `（${parts.join("、")}）` : ""}があるため、そこで指定されたファイルなどがバックアップに含まれていない可能性があります。設定の内容は、値を変えずに含まれています。kintone Backup Managerの新しいバージョンがないか確認してください。`,
      FIELD_NOT_READABLE: (facts) =>
        `${what(facts, "フィールド")}は閲覧する権限がないため、バックアップに含まれていません。フィールドのアクセス権を確認するか、権限のあるユーザーで実行してください。いつも含めなくてよい場合は、プラグインの設定画面で不足を承認できます。`,
      RECORDS_MAY_BE_HIDDEN: ({ app, hidden }) => {
        const name = app ? `アプリ（ID ${app}）` : "アプリ";
        if (hidden === "changed")
          return `バックアップの間に${name}のレコードのアクセス権が変更されたため、含まれていないレコードがある可能性があります。アクセス権が変更されないときに、もう一度実行してください。`;
        const reason =
          hidden === "unknown"
            ? `${name}のレコードのアクセス権を確認する権限がないため、実行したユーザーに見えないレコードがないことを確認できませんでした。`
            : `${name}のレコードのアクセス権により、実行したユーザーに見えないレコードがある可能性があります。`;
        return `${reason}見えないレコードはバックアップに含まれず、kintoneは件数も返しません。すべてのレコードを閲覧できるアプリの管理者が実行するか、プラグインの設定画面で不足を承認してください。`;
      },
      EXCLUDED_FIELD_UNKNOWN: (facts) =>
        `除外するように指定された${what(facts, "フィールド")}がありません。削除されたか、フィールドコードが変わった可能性があります。コードが変わった場合、値がバックアップに含まれているおそれがあります。対象の「除外するフィールド」を確認してください。`,
      IDENTIFIER_UNDECIDED: (facts) =>
        `${what(facts, "フィールド")}は個人番号（マイナンバー）などの個人識別番号の可能性があるため、バックアップしませんでした。プラグインの設定画面で、バックアップするか除外するかを選んでください。`,
      FORM_CHANGED: (facts) =>
        `バックアップの間に${what(facts, "アプリ")}のフォームが変更されました。レコードとフォームの内容が合わない可能性があります。アプリの設定が変更されないときに、もう一度実行してください。`,
      COUNT_MISMATCH: (facts) =>
        `${what(facts, "アプリ")}のレコード数が一致しません${compared(
          [
            ["kintone", facts.expected],
            ["バックアップ", facts.actual],
          ],
          count,
        )}。バックアップの途中でレコードが追加または削除された可能性があります。もう一度実行してください。`,
      OVER_BUDGET: ({ app, expected = 0, actual = 0 }) =>
        `${app ? `アプリ${app}の` : ""}レコード${count(actual)}のコメントは、バックアップに含まれていません。コメントの読み取りにはレコードごとにAPIリクエストが必要で、バックアップが1日に1アプリで使える${number(expected)}回が残っていませんでした。変わっていないものを前回のバックアップから引き継ぐ設定では、次回以降のバックアップが残りを読み取ります。それ以外の場合は、翌日に続けることを選ぶか、使えるリクエスト数を増やすか、コメントを対象から外すか、条件でレコードを絞り込んでください。`,
      COMMENTS_TAKEN_OVER: ({ app, since = "", actual = 0 }) =>
        `${app ? `アプリ${app}の` : ""}レコード${count(actual)}のコメントは、以前のバックアップから引き継ぎました（最も古い読み取り: ${moment(since) ?? since}）。1日に使えるAPIリクエスト数では、すべてを読み取れないためです。次回以降のバックアップは、新しいレコードと変更されたレコード、次に古いものから順に読み取ります。`,
      NOT_IN_CSV: ({ actual = 1, ...facts }) =>
        facts.field === undefined
          ? `レコード${count(actual)}の行は、CSVに収まらないため、records.csvに含まれていません（最初のもの: ${what(facts, "レコード")}）。レコードはkintoneから返されたままrecords.jsonlに含まれているので、対応は不要です。records.csvを使って復元する場合のみ、補う必要があります。`
          : `レコード${count(actual)}で、CSVでは表せない値がkintoneから返されたため、records.csvのセルが空か、一部が欠けています（最初のもの: ${what(facts, "フィールド")}）。値はkintoneから返されたままrecords.jsonlに含まれているので、対応は不要です。records.csvを使って復元する場合のみ、補う必要があります。`,
      DOMAIN_NOT_READABLE: (facts) =>
        `${what(facts, "プラグイン・スペース・ユーザーの情報の一部")}は閲覧する権限がないため、バックアップに含まれていません。非公開のスペースを閲覧できるのは、参加しているユーザーだけです。また、APIトークンではこれらを取得できません。スペースに参加するか、権限のあるユーザーで実行してください。不要な場合は、設定で、そのスペースをIDで除くか、この情報のバックアップをオフにしてください。`,
      DOMAIN_CHANGING: (facts) =>
        `${what(facts, "プラグイン・スペース・ユーザーの一覧")}は、取得するたびに内容が変わったか、取得中にkintoneへのログインがあったため、バックアップに含まれていません。ユーザー、組織、グループ、スペース、プラグインの変更が落ち着いてから、もう一度実行してください。`,
      FILE_GONE: (facts) =>
        `${what(facts, "添付ファイル")}が見つからないため、バックアップに含まれていません。バックアップの途中で差し替えられたか、削除された可能性があります。もう一度実行してください。`,
      FILE_SIZE_MISMATCH: (facts) =>
        `${what(facts, "添付ファイル")}のサイズが一致しません${compared(
          [
            ["kintone", facts.expected],
            ["受信", facts.actual],
          ],
          bytes,
        )}。このファイルは正しくバックアップされていません。もう一度実行してください。`,
      ENTRY_TOO_LARGE: (facts) =>
        `${what(facts, "ファイル")}は大きすぎてzipに入れられないため、バックアップに含まれていません${compared(
          [
            ["サイズ", facts.actual],
            ["上限", facts.expected],
          ],
          bytes,
        )}。別の方法で保存してください。`,
      NO_SPACE: (facts) =>
        `空き容量が足りないため、バックアップを保存できませんでした${compared(
          [
            ["必要", facts.expected],
            ["空き", facts.actual],
          ],
          bytes,
        )}。不要なファイルを削除してから、もう一度実行してください。`,
      ARCHIVE_DAMAGED: (facts) =>
        `作成したzipを読み直したところ、${what(facts, "内容の一部")}が正しくありませんでした。このzipは使わずに、もう一度実行してください。`,
      WORKSPACE_FAILED: ({ reason }) =>
        `バックアップの作業用ファイルを、このブラウザーの保存領域に書き込めなかったか、そこから読み取れませんでした${systemsReason(reason)}。実行中にサイトデータが削除されたか、ディスクに問題がある可能性があります。確認してから、もう一度実行してください。`,
      DELIVERY_FAILED: (facts) =>
        `${notSaved(facts)}ブラウザーのダウンロードの設定を確認してから、もう一度実行してください。`,
      BROWSER_TOO_OLD: ({ reason }) =>
        `このブラウザーにはバックアップに必要な機能がないため、開始しませんでした${reason ? `（不足している機能: ${reason}）` : ""}。最新のChrome、Edge、Firefoxのいずれかで、もう一度実行してください。`,
      NO_PRIVATE_STORAGE: ({ reason }) =>
        `このブラウザーでは作業用ファイルを保存できないため、バックアップを開始しませんでした${systemsReason(reason)}。プライベートウィンドウやシークレットウィンドウを使っている場合は、通常のウィンドウで実行してください。通常のウィンドウの場合は、ブラウザーの設定でこのサイトのデータの保存を許可してください。`,
      RUN_SILENT: ({ resumable }) =>
        `ブラウザー内のバックアップの処理が応答しなくなったため、終了しました。${
          resumable
            ? "このダイアログを閉じると、レコード一覧に「続きから再開」が表示されます。すでに読み取ったデータは、もう一度読み取る必要はありません。"
            : "もう一度実行してください。"
        }続けて起こる場合は、ブラウザーを再起動するか、別のブラウザーで実行してください。`,
      HISTORY_UNWRITABLE: () =>
        "実行履歴を記録できませんでした。バックアップ管理アプリのアクセス権とフィールドを確認してください。",
      HISTORY_REFUSED: ({ app, lacking, operator, restores }) => {
        const place = `バックアップ管理アプリ${app ? `（ID ${app}）` : ""}`;
        const [who, end] = [
          operator ? `${operator}さん` : "実行に使ったAPIトークン",
          `${restores ? "復元" : "バックアップ"}を開始しませんでした。`,
        ];
        switch (lacking) {
          case undefined:
            return `${place}に実行履歴を書き込むことをkintoneが受け付けなかったため、${end}このアプリに必須のフィールドや重複を禁止するフィールドを追加している場合は、その設定を外してください。`;
          case "app":
            return `${place}が見つからないため、${end}アプリが削除されたか、アプリIDまたはゲストスペースIDが間違っている可能性があります。`;
          case "fields":
            return `${place}に実行履歴のフィールドがないため、${end}アプリIDを確認してください。正しければ、管理者に、プラグインの設定画面で「このアプリを準備」を押すよう依頼してください。`;
          default: {
            const right = { view: "閲覧", add: "追加", edit: "編集" }[lacking];
            return `${who}には${place}のレコードを${right}する権限がなく、実行履歴を残せないため、${end}このアプリのレコードの閲覧、追加、編集を許可するよう管理者に依頼するか、権限のあるユーザーで実行してください。`;
          }
        }
      },
      HISTORY_FILE_CHANGED: ({ file, record }) =>
        `履歴のレコード${record ?? ""}に添付された${file ? `「${file}」` : "ファイル"}が、記録された後に変更されています。どのレコードが以前に復元されたかわからないため、続けると同じレコードが二重に追加されるおそれがあります。何も変更していません。レコードの変更履歴を確認するよう、アプリの管理者に依頼してください。`,
      ANOTHER_RUN: ({ operator, since, restores }) => {
        const started = since && moment(since);
        const whose = `${operator ? `${operator}さんが` : ""}${started ? `${started}に` : ""}`;
        return `${whose ? `${whose}開始した` : "別の"}${restores ? "復元" : "バックアップ"}が実行中です。終わってから、もう一度実行してください。`;
      },
      CANCELLED: ({ restores }) => `キャンセルされました。${restores ? "復元" : "バックアップ"}は完了していません。`,
      UNEXPECTED: (facts) =>
        `${what(facts, "処理")}で予期しないエラーが発生しました。もう一度実行しても続く場合は、この内容を管理者に伝えてください。`,
    },
    unreached: unreachedTexts,
    kintoneSays: (sentence, message) => `${sentence}kintoneのメッセージ: ${message}`,
    accepted: (sentence, { reason, by, at }) =>
      `承認済みの不足（${by}、${at.slice(0, 10)}、理由: ${reason}）: ${sentence}`,
    withDetail: (sentence, detail) => `${sentence}詳細: ${detail}`,
  },
  log: {
    "run-started": ({ runId, operator, targets }) =>
      `バックアップを開始しました。実行ID: ${runId}、実行者: ${operator || "（APIトークン）"}、対象: ${number(targets)}個`,
    "run-resumed": ({ targets, settled, requests }) =>
      `途中で止まったバックアップを続きから再開しました。${number(targets)}個の対象のうち${number(settled)}個は読み取り済みです。ここまでのAPIリクエスト: ${number(requests)}回`,
    "target-started": ({ target, expectedRecords }) =>
      `${named(target)}の読み取りを開始しました。${expectedRecords === undefined ? "" : `レコード: ${count(expectedRecords)}`}`,
    "lost-targets-unknown": () =>
      "前回の実行を読み取れなかったため、なくなった対象があるかどうかを確認できませんでした。ルールに新しく当てはまるアプリがあるかどうかも確認できませんでした。",
    "rule-worked-out": ({ rule, apps }) =>
      `ルール「${askedTexts.rule(rule)}」により、今回は${number(apps)}個のアプリをバックアップします。`,
    "used-requests-unknown": () =>
      "今日のこれまでのバックアップが使ったAPIリクエスト数を読み取れませんでした。0回として数えます。",
    "many-requests": ({ target, requests, left, budget: { perAppAndDay, overBudget } }) =>
      `${named(target)}のバックアップには、APIリクエストが${number(requests)}回以上必要です。バックアップが1日に1アプリで使える${number(perAppAndDay)}回のうち、残りは${number(left)}回です。${overBudgetTexts[overBudget]}`,
    waited: () => "待機を終えました。",
    "held-back": ({ target, until, perAppAndDay }) =>
      `${named(target)}では、バックアップが1日に使えるAPIリクエスト${number(perAppAndDay)}回を使い切りました。${moment(until)}を過ぎてから、続きを読み取ります。`,
    "budget-exceeded": ({ target, requests, perAppAndDay }) =>
      `今日のバックアップが${named(target)}で使ったAPIリクエストは${number(requests)}回で、1日に使える${number(perAppAndDay)}回を超えました。契約コースの上限を超えると、サイボウズから管理者に通知メールが届くことがあります。`,
    "target-read-again": ({ target, because }) =>
      because === "form-changed"
        ? `${named(target)}のフォームがバックアップの間に変更されたため、最初から読み取り直します。`
        : `バックアップ中に、このブラウザーでkintoneへのログインがありました。別の権限で取得したデータが混ざらないように、${named(target)}を最初から読み直します。`,
    "smaller-pages": ({ target, from, to, because }) =>
      because === "odd-answer"
        ? `${named(target)}のレコードを一度に${count(from)}ずつ読み取ったところ、kintoneの応答に使えないものがありました（BAD_RESPONSE）。原因のレコードを絞り込むため、ここからは${count(to)}ずつ読み取ります。`
        : `${named(target)}のレコードは一度に${count(from)}では読み取れなかったため、ここからは${count(to)}ずつ読み取ります。`,
    "records-taken-over": ({ target, records, added, changed, deleted }) =>
      `${named(target)}: 前回のバックアップから${count(records)}のレコードを引き継ぎました。その後の追加: ${count(added)}、変更: ${count(changed)}、削除: ${count(deleted)}`,
    "records-repaired": ({ target, added, changed, deleted }) =>
      `${named(target)}のレコードが読み取りの間に変わったため、読み取り直しました。追加: ${count(added)}、変更: ${count(changed)}、削除: ${count(deleted)}`,
    "records-still-changing": ({ target, changed }) =>
      `${named(target)}のレコードが変わり続けています。読み取り直した後に変更されたレコード: ${count(changed)}`,
    "domain-read": ({ lists }) =>
      `アプリ以外の情報: ${lists.map(({ list, written }) => `${domainNames.ja[list]} ${count(written)}`).join("、") || "取得できませんでした"}`,
    "target-finished": ({ result }) =>
      `${named(result.target)}: ${pageTexts.status[result.status]}。レコード: ${count(result.records)}、添付ファイル: ${count(result.attachments)}、${bytes(result.bytes)}、${duration(result.seconds)}、APIリクエスト: ${number(result.requests)}回${limitsBehind(result.asked, askedTexts)}`,
    problem: ({ target, problem }, sentence) =>
      `${target ? `${named(target)}: ` : ""}${ja.step[problem.step]}: ${sentence}`,
    "volume-packed": ({ volume }) => `${volume.name}を作成しました。${bytes(volume.size)}、SHA-256: ${volume.sha256}`,
    "volume-verified": ({ volume, entries }) => `${volume.name}を読み直して確認しました。${count(entries)}`,
    "volume-delivered": ({ volume, destination }) =>
      destination === "download"
        ? `${volume.name}を、ダウンロードとして保存できるようにしました。保存されたかどうかは、まだわかりません。`
        : `${volume.name}を保存先のフォルダーに保存しました。`,
    "volume-not-on-disk": ({ volume, reason }) =>
      `保存先のフォルダーは、${volume.name}がディスクに書き込まれたことを確認できません${systemsReason(reason)}。内容はこの後に読み直して確認しますが、直後に保存先の電源が切れると失われる可能性があります。`,
    "volume-saved": ({ volume }) =>
      `${volume.name}を保存先から読み直し、作成したものと同じであることを確認しました。SHA-256: ${volume.sha256}`,
    "run-finished": ({ status, requests }) =>
      `バックアップが終わりました。結果: ${pageTexts.status[status]}、APIリクエスト: ${number(requests)}回`,
  },
  run: {
    title: "バックアップ",
    keepOpen: "終わるまで、このページを閉じたり移動したりしないでください。",
    phase: {
      starting: "準備しています",
      reading: "kintoneから読み取っています",
      packing: "zipを作成しています",
      verifying: "zipを読み直して確認しています",
      delivering: "zipを保存先に渡しています",
      recording: "実行履歴を記録しています",
    },
    target: (position, of, appName) => `${number(of)}個中${number(position)}個目のアプリ: ${appName}`,
    records: "レコード",
    attachments: "添付ファイル",
    size: "サイズ",
    requests: "APIリクエスト",
    pace: (requests, atOnce) => (atOnce === undefined ? requests : `${requests}（同時に最大${number(atOnce)}回）`),
    elapsed: "経過時間",
    timeLeft: "残り時間の目安",
    timeLeftUnknown: "まだわかりません",
    amount: (done, total) => (total === undefined ? done : `${done} / ${total}`),
    progressLabel: "バックアップの進捗",
    waitingFor: {
      network: {
        title: "kintoneにつながるのを待っています",
        note: "ネットワークにつながらないため、中断しています。つながると自動的に続きから進みます。30分以上つながらないときは終了します。",
      },
      unavailable: {
        title: "kintoneが利用できるようになるのを待っています",
        note: "kintoneがメンテナンス中か、混み合っているため、バックアップを一時停止しています。利用できるようになると、自動的に再開します。30分たっても利用できない場合は終了します。",
      },
      login: {
        title: "kintoneへのログインを待っています",
        note: "ログインの有効期限が切れたか、別のユーザーでログインしたため、中断しています。同じユーザーで、次のリンクからログインし直してください。続きから進みます。",
      },
    },
    heldBack: {
      why: ({ apps, until }) =>
        `${apps
          .slice(0, MOST_APPS)
          .map(({ appId, appName }) => `アプリ「${appName}」（ID ${appId}）`)
          .join(
            "、",
          )}${apps.length > MOST_APPS ? `ほか${number(apps.length - MOST_APPS)}個のアプリ` : ""}は、バックアップが1日に使えるAPIリクエストを使い切りました。${moment(until)}を過ぎると、自動的に続きから読み取ります。`,
      mayClose:
        "このページは閉じてもかまいません。取得済みのデータはこのブラウザーに最長3日間残り、もう一度このアプリを開くと続きから再開できます。",
    },
    logInAgain: "別のタブでログインする",
    startAnew: "新しく始める",
    startAnewQuestion:
      "途中で止まったバックアップがあります。新しく始めると、途中まで取得したデータは削除され、続きから再開できなくなります。",
    cancelling: "キャンセルしています…",
    cancellingNote: "実行中の処理を止めています。終わるまでお待ちください。",
    close: "閉じる",
    verdict: {
      success: ({ targets, volumes, seconds }) =>
        `${number(targets)}個のアプリのバックアップが完了し、zipの内容を読み直して確認しました（zipファイル${number(volumes)}個、所要時間: ${duration(seconds)}）。`,
      partial: ({ targets, incomplete }) =>
        incomplete > 0
          ? `${number(targets)}個のアプリのうち${number(incomplete)}個に不足があります。このバックアップは完全ではありません。`
          : "このバックアップは完全ではありません。下の内容を確認してください。",
      failed: () => "バックアップできませんでした。下の内容を確認してください。",
      cancelled: ({ volumes }) =>
        volumes > 0
          ? `キャンセルしました。保存先に渡したzipファイルは${number(volumes)}個だけで、このバックアップは完全ではありません。`
          : "キャンセルしました。zipファイルは保存されていません。",
      interrupted: () => "バックアップは途中で中断されました。このバックアップは完全ではありません。",
    },
    failedToRun: "バックアップを実行できませんでした",
    results: "アプリごとの結果",
    app: "アプリ",
    statusHeading: "結果",
    problemsHeading: "不足しているものと理由",
    nothingMissing: "なし",
    appId: (appId, guestSpaceId) =>
      guestSpaceId ? `アプリID ${appId}（ゲストスペース ${guestSpaceId}）` : `アプリID ${appId}`,
    runProblems: "全体に関する問題",
    told: "前回の実行からの変化",
    moreProblems: (hidden) => `ほか${number(hidden)}件（実行履歴のログに記録されています）`,
    volumes: "zipファイル",
    file: "ファイル名",
    saveFile: "保存",
    saveThisFile: (name) => `保存: ${name}`,
    saveAgain: "もう一度保存",
    saveAgainFile: (name) => `もう一度保存: ${name}`,
    saveFailed: "保存できませんでした。もう一度お試しください。",
    openHistory: "実行履歴を開く",
    historyMissing: "履歴の代わりに、この実行の内容をファイルに保存しておいてください。",
    saveFacts: "実行内容をファイルに保存",
  },
  ruleNews: { heading: "ルールに当てはまるアプリが変わりました", goOn: "バックアップする" },
  room: {
    heading: "空き容量が足りない可能性があります",
    short: ({ bytes: needed, free, lastRun, unknownTargets }) => [
      `これまでのバックアップ（${moment(lastRun) ?? "現在"}まで）から見積もると約${bytes(needed)}が必要ですが、このブラウザーで使える容量は${bytes(free)}です。`,
      ...(unknownTargets > 0
        ? [`まだバックアップしたことのないアプリ（${number(unknownTargets)}個）には、別に容量が必要です。`]
        : []),
      "このまま実行すると、途中で容量が足りなくなり、完了しない可能性が高くなります。ディスクの空き容量を増やす、シークレットウィンドウを使わない、一度にバックアップするアプリを減らす、などの方法で対処してください。",
    ],
    goOn: "このまま実行",
  },
  loss: {
    heading: "途中で終わると、続きから再開できません",
    onThePage:
      "このページではバックアップをバックグラウンド（Web Worker）で実行できないため、ページ自体で実行します。完了までに時間がかかり、画面の反応が遅くなることがあります。実行中はこのタブを表示したままにしてください。",
    ifBrokenOff:
      "実行中にページを閉じたり、ブラウザーが終了したりすると、それまでに読み取ったデータは失われます。その場合、次のバックアップを実行できるまで最大15分かかります。",
    otherBrowser:
      "最後まで実行されれば、作成されるzipファイルは変わりません。再開できるようにするには、最新のChrome、Edge、Firefoxのいずれかで実行してください。",
    goOn: "実行",
  },
  budget: {
    heading: "APIリクエストが多いバックアップです",
    excess: ({ perAppAndDay, apps }) => [
      `バックアップが1日（日本時間の9時から）に1つのアプリで使えるAPIリクエストは${number(perAppAndDay)}回です。コメントは、レコード1件につき1回以上かかります。`,
      ...apps
        .slice(0, MOST_APPS)
        .map(
          ({ appId, appName, requests, left }) =>
            `アプリ「${appName}」（ID ${appId}）: 約${number(requests)}回必要で、残りは${number(left)}回です。`,
        ),
      ...(apps.length > MOST_APPS ? [`ほかに${number(apps.length - MOST_APPS)}個のアプリも同様です。`] : []),
      "範囲内で続けると、コメントは新しいレコードと変更されたレコードから順に、残りの回数の分だけ読み取ります。それ以外は前回のバックアップから引き継ぎ、引き継げない場合は不足になります。",
      "翌日に続けると、残りの回数を使い切ったところで待ち、日本時間の9時を過ぎてから自動的に続きを読み取ります。コメント以外のデータが残りの回数に収まらない場合は、超えて続けるとき以外、同じように待ちます。",
      "超えて続けると、コースの上限を超えて、サイボウズから管理者に通知メールが届くことがあります。",
    ],
    answer: {
      stop: "範囲内で続ける",
      pause: "翌日に続ける",
      "without-comments": "これらのアプリのコメントを読み取らない",
      "go-on": "超えて続ける",
    },
  },
};
