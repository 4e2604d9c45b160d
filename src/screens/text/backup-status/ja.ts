import type { BackupStatusMessages } from "./messages";

export const backupStatus: BackupStatusMessages = {
  locale: "ja",
  warning: "注意",
  backedUp: (when, days) => `最後のバックアップと検証: ${when}（${days === 0 ? "24時間以内" : `${days}日前`}）`,
  never: "このアプリのバックアップは、まだ一度も成功していません。",
  overdue: (days) =>
    days === undefined
      ? "バックアップの期限を過ぎています。"
      : `バックアップの期限を過ぎています。${days}日間、成功していません。`,
  disabled: "このアプリのバックアップは無効になっています。",
  trouble: {
    running: "いまバックアップを実行しています。",
    partial: "前回のバックアップには不足があります。",
    failed: "前回のバックアップは失敗しました。",
    cancelled: "前回のバックアップはキャンセルされました。",
    interrupted: "前回のバックアップは中断しました。",
  },
  unlisted: "このアプリは、バックアップの対象に登録されていないか、あなたには見えません。",
  unreadable: "バックアップの状況を読み取れませんでした。",
  details: "詳しく見る",
};
