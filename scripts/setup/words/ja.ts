import type { SetUpWords } from "./words";

export const ja: SetUpWords = {
  usage: `プラグインをインストールし、バックアップ管理アプリを作成・準備します。何度実行しても、足りないものだけを追加します。

  npm run setup -- --base-url https://example.cybozu.com [オプション]

  --app <ID>           準備するアプリ（省略時: プラグインを追加済みのアプリ、同じ名前のアプリ、なければ新規作成）
  --name <名前>        アプリの名前（既定: バックアップ管理）
  --guest-space <ID>   アプリを置くゲストスペース
  --plugin <ファイル>  プラグインのzip（既定: dist/plugin.zip）
  --reinstall          同じバージョンでもプラグインを入れ直す

環境変数KINTONE_USERNAMEとKINTONE_PASSWORDのユーザーで実行します。プラグインのインストールには、kintoneシステム管理者の権限が必要です。`,
  noLogIn: "環境変数KINTONE_USERNAMEとKINTONE_PASSWORDを設定してください。",
  noAddress:
    "--base-urlに、https://で始まるkintoneのURLを指定してください（このコンピューター自身に限り、http://も使えます）。",
  noPluginFile: (file, reason) =>
    `${file}をプラグインとして読み込めませんでした。先にnpm run buildを実行してください。（${reason}）`,
  plugin: {
    installed: (version) => `プラグイン: バージョン${version}をインストールしました。`,
    updated: (version, from) => `プラグイン: バージョン${from}を${version}に更新しました。`,
    present: (version) => `プラグイン: バージョン${version}はインストール済みです。`,
  },
  appFound: (app) => `アプリ: ${app}を使います。`,
  appCreated: (app) => `アプリ: ${app}を作成しました。`,
  pluginAdded: "アプリにプラグインを追加しました。",
  planned: "次のものを追加または修復します。",
  unchanged: (app) => `アプリ${app}に不足しているものはありません。何も変更しませんでした。`,
  done: (app) => `アプリ${app}の準備が完了しました。アプリも更新済みです。`,
  open: (address) => `アプリ: ${address}`,
  several: (apps) => `バックアップ管理アプリが複数あります。--appでどれか1つを指定してください。\n${apps.join("\n")}`,
  foreign: (app) =>
    `同じ名前のアプリ${app}がありますが、バックアップ管理アプリではありません。このアプリを準備する場合は--appで指定し、新しいアプリを作成する場合は--nameで別の名前を指定してください。`,
  named: (id, name) => `${id}「${name}」`,
  failed: "完了できませんでした。",
  right: {
    "system-administration": "kintoneシステム管理者の権限（プラグインのインストールに必要）",
    "app-management": "アプリの管理権限（アプリの準備に必要）",
    "app-creation": "アプリを作成する権限（新しいアプリの作成に必要）",
  },
  rightsHeading: (user) => `${user}には、次の権限がありません。権限のあるユーザーで実行してください。`,
};
