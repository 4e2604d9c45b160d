import { quantitiesIn } from "../quantities";
import { settingNameIn } from "../setting-names";
import type { RebuildTexts } from "./messages";

const { number } = quantitiesIn("ja");
const list = (items: readonly string[]) => items.join("、");

const person = {
  users: (code: string) => `ユーザー「${code}」`,
  organizations: (code: string) => `組織「${code}」`,
  groups: (code: string) => `グループ「${code}」`,
};

export const rebuildTexts: RebuildTexts = {
  step: {
    making: "アプリを作成しています",
    fields: "フィールドを追加しています",
    lookups: "ルックアップを追加しています",
    process: "プロセス管理を設定しています",
    "related-records": "関連レコード一覧を追加しています",
    layout: "フォームのレイアウトを設定しています",
    views: "一覧を追加しています",
    graphs: "グラフを追加しています",
    general: "アプリ名・アイコン・一般設定を設定しています",
    actions: "アプリアクションを追加しています",
    notes: "管理者用メモを書き込んでいます",
    plugins: "プラグインを追加しています",
    customization: "JavaScript / CSSファイルをアップロードしています",
    records: "レコードを登録しています",
    notifications: "通知を設定しています",
    permissions: "レコードとフィールドのアクセス権を設定しています",
    "app-permissions": "アプリのアクセス権を設定しています",
    checking: "残りの作業を確認しています",
  },
  verdict: {
    whole: "アプリを作り直しました。アーカイブにある設定をすべて反映しました。",
    "left-out": "アプリを作り直しましたが、元と異なる点があります。",
    stopped: "アプリの作り直しは途中で終わりました。",
  },
  app: (before, now) => `${before} → ${now}`,
  would: {
    make: "次のアプリを作成します。",
    app: (before, name, place) => `${before} →「${name}」（${place}）`,
    outside: "スペースの外",
    space: (id) => `スペース ${id}`,
    guestSpace: (id) => `ゲストスペース ${id}`,
    others: (ids) =>
      `次のアプリは作り直さず、ルックアップ・関連レコード一覧・アプリアクションからそのまま参照します：${list(ids)}`,
    without: (names) => `次のアプリは、アーカイブにフォームがないため作成できません：${list(names)}`,
  },
  noForm:
    "指定されたアプリのフォームがアーカイブにないため、何も作成していません。設定もバックアップの対象にしてください。",
  person,
  heading: {
    told: "アーカイブと異なる点：",
    toDo: "手作業で行うこと：",
    oldIds: "以前のアプリIDが残っている箇所（書き換えていません）：",
  },
  setting: (name) => settingNameIn("ja", name),
  piece: (setting, name) => (name === undefined ? setting : `${setting}「${name}」`),
  told: {
    refused: (piece, _told, problem) => `${piece}：kintoneに拒否されました。${problem}`,
    "not-deployed": (piece) =>
      `${piece}：設定は受け付けられましたが、アプリを更新できませんでした。kintoneは理由を返しません。`,
    "other-app": (piece, { appId }) => `${piece}：参照先のアプリ（ID ${appId}）に代わるものがありません。`,
    "no-lookup": (piece) =>
      `${piece}：通常のフィールドとして作成しました。値は残りますが、ルックアップは動作しません。`,
    person: (piece, { people, code, instead }) =>
      instead === null
        ? `${piece}：${person[people](code)}が存在しないため、除きました。`
        : `${piece}：${person[people](code)}が存在しないため、「${instead}」に置き換えました。`,
    "not-set": (piece, { people, code }) =>
      `${piece}：${person[people](code)}が存在しないため、設定していません。除いて設定すると、以前より広い権限を与えるおそれがあります。`,
    "not-archived": (piece) => `${piece}：ファイルがアーカイブにありません。`,
  },
  toDo: {
    "app-code": ({ code }) => `アプリコード「${code}」を設定してください（アプリの設定 > 設定 > 高度な設定）。`,
    "tokens-and-webhooks": () =>
      "APIトークン、Webhook、外部連携を使っていた場合は、設定し直してください（アプリの設定 > 設定 > APIトークン、Webhook）。",
    "names-in-languages": ({ languages }) =>
      `ほかの言語（${list(languages)}）の名称を入力してください（アプリの設定の各名称）。アーカイブの views.en.json などにあります。`,
    "lookup-search": ({ fields }) =>
      `次のルックアップの検索方法（単語単位か、部分一致か）を確認してください：${list(fields)}（フォーム > フィールドの設定）。`,
    "plugin-missing": ({ plugins }) =>
      `次のプラグインを読み込み、アプリに追加してください：${list(plugins)}（kintoneシステム管理 > プラグイン、アプリの設定 > プラグイン）。`,
    "plugin-configuration": ({ plugins }) =>
      `次のプラグインを設定してください：${list(plugins)}（アプリの設定 > プラグイン）。`,
    "plugin-disabled": ({ plugins }) =>
      `次のプラグインを、以前のとおり無効にしてください：${list(plugins)}（アプリの設定 > プラグイン）。`,
    categories: () =>
      "カテゴリーを設定してください（アプリの設定 > 設定 > カテゴリー）。内容はアーカイブの categories.json にあります。",
    permissions: (_toDo, settings) =>
      `次のアクセス権を設定してください：${list(settings)}（アプリの設定 > 設定 > アクセス権）。設定するまで、アプリを開けるのは作成者だけです。`,
    "old-ids": () => "以前のアプリIDが残っている箇所（下記）を確認してください。",
  },
  oldId: (where, line, appId, text) => `${where}:${line}：アプリID ${appId}：${text}`,
  recordsNotAsked: "指定により、レコードは登録していません。",
  more: (more) => `ほか${number(more)}件（ファイルを参照）`,
  stopped: (problem) => `理由：${problem}`,
};
