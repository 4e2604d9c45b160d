import type { ErrorFacts } from "../../../../../domain/errors";
import { unreachedTexts } from "../../../unreached/ja";
import { toldObstacle } from "../../../unreached/messages";
import { bytes, compared, theApp, what } from "../../names/ja";
import type { Sentences } from "../messages";

/** What is in the way, what that means, and what to do; nothing when it is not known. */
function obstructed(facts: ErrorFacts): string | undefined {
  const told = toldObstacle(unreachedTexts, facts);
  return told && `${what(facts, "データ")}を読み取れませんでした。${told.cause}。${told.remedy}`;
}

/** Of what kintone answered, or did not. */
export const ofKintone = {
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
} satisfies Partial<Sentences>;
