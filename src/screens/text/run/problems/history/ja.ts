import { moment, what } from "../../names/ja";
import type { Sentences } from "../messages";

/** Of the history, and of the end of a run. */
export const ofHistory = {
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
  ADDED_TWICE: ({ app, again = [] }) =>
    `kintoneの応答が届く前に接続が切れ、ブラウザーが同じ要求を自動で再送したため、${app ? `アプリ${app}に` : ""}レコードが二重に追加されました。重複したレコードを削除できませんでした。レコード${again.join("、")}を削除してください。`,
  ANOTHER_RUN: ({ operator, since, restores }) => {
    const started = since && moment(since);
    const whose = `${operator ? `${operator}さんが` : ""}${started ? `${started}に` : ""}`;
    return `${whose ? `${whose}開始した` : "別の"}${restores ? "復元" : "バックアップ"}が実行中です。終わってから、もう一度実行してください。`;
  },
  CANCELLED: ({ restores }) => `キャンセルされました。${restores ? "復元" : "バックアップ"}は完了していません。`,
  UNEXPECTED: (facts) =>
    `${what(facts, "処理")}で予期しないエラーが発生しました。もう一度実行しても続く場合は、この内容を管理者に伝えてください。`,
} satisfies Partial<Sentences>;
