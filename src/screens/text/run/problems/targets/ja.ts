import { appCalled, appsCalled, doneBy, ruleCalled, systemsReason } from "../../names/ja";
import type { Sentences } from "../messages";

/** Of what was to be backed up. */
export const ofTargets = {
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
} satisfies Partial<Sentences>;
