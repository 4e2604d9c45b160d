import { fieldTypeIn } from "../field-type-names";
import { settingNameIn } from "../setting-names";
import type { AddedFieldTexts } from "./messages";

const listed = (codes: readonly string[]) => codes.map((code) => `「${code}」`).join("");
const field = (code: string, label: string) => (code === label ? `「${code}」` : `「${code}」（${label}）`);

export const addedFieldTexts: AddedFieldTexts = {
  would: ({ app, code, label }, type) =>
    `アプリ「${app.name}」（ID ${app.appId}）のフォームの末尾に、フィールド${field(code, label)}（${fieldTypeIn("ja", type)}）を追加し、アプリを更新します。追加するのはフィールドだけです。レコードの値は「復元」で戻します。`,
  required: "このフィールドは必須項目です。今あるレコードでは空になり、次に編集するときに入力が必要です。",
  adding: "フィールドを追加しています…",
  added: ({ app, code, label }) =>
    `アプリ「${app.name}」のフォームの末尾に、フィールド${field(code, label)}を追加しました。レコードの値は「復元」で戻せます。`,
  refused: "kintoneがフィールドの追加を受け付けませんでした。アプリの設定は元のままです。",
  undecided:
    "フィールドを追加できたかどうか確認できません。アプリの設定画面を開き、フォームにフィールドが追加されていれば、［アプリを更新］または［変更を中止］を選択してください。",
  unrecorded: "フィールドは追加しましたが、変更履歴に記録できませんでした。",
  whyNot: {
    "another-app": (why) => `このIDのアプリ「${why.app}」は、アーカイブのアプリとは別のアプリです。追加していません。`,
    "not-archived": (why) => `フィールド「${why.field}」はアーカイブのフォームにありません。`,
    present: (why) =>
      `フィールドコード「${why.field}」のフィールドはすでにフォームにあります（まだ更新されていない変更も含みます）。`,
    "in-table": (why) =>
      `フィールド「${why.field}」はテーブル「${why.table}」の中のフィールドです。テーブルの中には追加できません。テーブルごとなくなった場合は「${why.table}」を指定してください。`,
    "not-addable": (why) =>
      `「${why.field}」（${fieldTypeIn("ja", why.type)}）は、この方法では追加できない種類のフィールドです。kintoneの画面で設定してください。`,
    "waiting-changes": (why) =>
      `アプリに、まだ更新されていない設定の変更があるか、確認できない設定があります（${why.settings.map((name) => settingNameIn("ja", name)).join("、")}）。フィールドと一緒に反映されてしまうため、追加していません。kintoneの設定画面でアプリを更新するか変更を中止してから、もう一度実行してください。`,
    "related-app": (why) => `関連付けるアプリ（ID ${why.app}）を読み取れません。追加していません。`,
    "related-fields": (why) =>
      `関連付けるアプリ（ID ${why.app}）に、フィールド${listed(why.fields)}がありません。追加していません。`,
    "own-fields": (why) =>
      `コピー先または条件のフィールド${listed(why.fields)}がこのアプリにありません。先にそのフィールドを追加してください。`,
  },
  screen: {
    offer: (code) => `フィールド「${code}」を追加`,
    looking: "追加できるか確認しています…",
    doIt: (app, code) => `アプリ「${app}」にフィールド「${code}」を追加して更新`,
    cancel: "キャンセル",
  },
  change: ({ app, code, label }, runId) => [
    `アプリ「${app.name}」（ID ${app.appId}）: フィールド${field(code, label)}をアーカイブ（実行ID ${runId}）から追加`,
  ],
};
