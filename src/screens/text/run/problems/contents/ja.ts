import { bytes, compared, count, moment, number, settingName, what } from "../../names/ja";
import type { Sentences } from "../messages";

/** Of what is missing in the archive, or may be. */
export const ofContents = {
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
} satisfies Partial<Sentences>;
