import type { BackupStatusMessages } from "./messages";

export const backupStatus: BackupStatusMessages = {
  locale: "ja",
  warning: "注意",
  backedUp: (when, days) => `最後のバックアップと検証: ${when}（${days === 0 ? "24時間以内" : `${days}日前`}）。`,
  never: "このアプリのバックアップは、まだ一度も成功していません。",
  savedToo: "zipファイルの保存も確認できています。",
  unsaved: "このバックアップは、zipファイルの保存を確認できていません。",
  saved: (when) => `保存を確認できた最後のバックアップ: ${when}。`,
  neverSaved: "zipファイルの保存を確認できたバックアップは、まだありません。",
  overdue: (days, without) => {
    if (days === undefined) return "バックアップの期限を過ぎています。";
    const what = without === "saved" ? "保存を確認できたバックアップがありません" : "成功していません";
    return `バックアップの期限を過ぎています。${days}日間、${what}。`;
  },
  disabled: "このアプリのバックアップは無効になっています。",
  trouble: {
    running: "いまバックアップを実行しています。",
    partial: "前回のバックアップには不足があります。",
    failed: "前回のバックアップは失敗しました。",
    cancelled: "前回のバックアップはキャンセルされました。",
    interrupted: "前回のバックアップは中断しました。",
  },
  unlisted: "このアプリは、バックアップの対象に登録されていないか、その登録を閲覧する権限がありません。",
  byRule: "このアプリは、ほかのアプリとともにルールでバックアップされています。ルールのアプリ全体の状況:",
  unreadable: "バックアップの状況を読み取れませんでした。",
  details: "詳しく見る",
};
