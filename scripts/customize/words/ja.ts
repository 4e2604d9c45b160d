import type { CustomizeWords } from "./words";

export const ja: CustomizeWords = {
  usage: `対象アプリの一覧に、最後のバックアップの日時と期限切れの注意を表示します。アプリにある他のカスタマイズはそのまま残します。

  npm run customize -- --base-url https://example.cybozu.com --backup-app <ID> [オプション]

  --backup-app <ID>     バックアップ管理アプリ
  --guest-space <ID>    バックアップ管理アプリがあるゲストスペース
  --apps <ID>,<ID>,…    表示するアプリ（省略時: 有効な対象すべて。ゲストスペースのアプリは guest-<スペースID>-<アプリID> でも指定可）
  --overdue-days <日数> 成功しない日が何日続いたら注意を表示するか（既定: 7）
  --remove              表示をやめる

環境変数KINTONE_USERNAMEとKINTONE_PASSWORDのユーザーで実行します。kintoneシステム管理者の権限と、各アプリの管理権限が必要です。`,
  noLogIn: "環境変数KINTONE_USERNAMEとKINTONE_PASSWORDを設定してください。",
  noAddress:
    "--base-urlに、https://で始まるkintoneのURLを指定してください（このコンピューター自身に限り、http://も使えます）。",
  noBackupApp: "--backup-app（と、必要なら--guest-space）に、バックアップ管理アプリのIDを数字で指定してください。",
  noDays: "--overdue-daysに、1以上の整数を指定してください。",
  noApp: (given) => `--appsの「${given}」は、アプリIDではありません。`,
  notBuilt: (reason) => `表示用のファイルを読み取れませんでした。先にnpm run buildを実行してください。（${reason}）`,
  noTargets: "有効な対象がありません。",
  app: (name, sentence) => `アプリ${name}: ${sentence}`,
  put: "表示を追加しました。アプリも更新済みです。",
  removed: "表示をやめました。アプリも更新済みです。",
  unchanged: "変更するものはありません。",
  scope: {
    ADMIN:
      "ただし、このアプリのカスタマイズの適用範囲は「アプリの管理者だけに適用」なので、ほかの人には表示されません。",
    NONE: "ただし、このアプリのカスタマイズの適用範囲は「適用しない」なので、表示されません。",
  },
  full: (most) => `カスタマイズのファイルが上限（${most}個）に達しているため、追加できません。何も変更していません。`,
  waiting: (settings) =>
    `まだ反映されていない設定の変更があります: ${settings.join("、")}。アプリを更新するか、変更を中止してから、もう一度実行してください。何も変更していません。`,
  notATarget: "バックアップの対象に登録されていません。何も変更していません。",
  noAdministration: (user) =>
    `${user}には、kintoneシステム管理者の権限がありません。カスタマイズの変更には、この権限が必要です。`,
  notDeployed: (status) =>
    `設定は変更しましたが、アプリを更新できませんでした（${status}）。アプリの設定画面で「アプリを更新」を押してください。`,
  failed: "完了できませんでした。",
};
