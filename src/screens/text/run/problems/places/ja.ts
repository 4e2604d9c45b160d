import type { ErrorFacts } from "../../../../../domain/errors";
import { bytes, compared, systemsReason, what } from "../../names/ja";
import type { Sentences } from "../messages";

/** Where nothing better is known to say. */
function unforeseen({ refusal, reason }: ErrorFacts): string {
  return refusal ? "" : systemsReason(reason);
}

/** What could not be saved; what to do about it depends on the place. */
export function notSaved(facts: ErrorFacts): string {
  return `${what(facts, "zipファイル")}を保存できませんでした${unforeseen(facts)}。`;
}

/** Of the places where files lie, and of the browser. */
export const ofPlaces = {
  ENTRY_TOO_LARGE: (facts) =>
    `${what(facts, "ファイル")}は大きすぎてzipに入れられないため、バックアップに含まれていません${compared(
      [
        ["サイズ", facts.actual],
        ["上限", facts.expected],
      ],
      bytes,
    )}。別の方法で保存してください。`,
  NO_SPACE: (facts) =>
    `空き容量が足りないため、バックアップを保存できませんでした${compared(
      [
        ["必要", facts.expected],
        ["空き", facts.actual],
      ],
      bytes,
    )}。不要なファイルを削除してから、もう一度実行してください。`,
  ARCHIVE_DAMAGED: (facts) =>
    `作成したzipを読み直したところ、${what(facts, "内容の一部")}が正しくありませんでした。このzipは使わずに、もう一度実行してください。`,
  WORKSPACE_FAILED: ({ reason }) =>
    `バックアップの作業用ファイルを、このブラウザーの保存領域に書き込めなかったか、そこから読み取れませんでした${systemsReason(reason)}。実行中にサイトデータが削除されたか、ディスクに問題がある可能性があります。確認してから、もう一度実行してください。`,
  DELIVERY_FAILED: (facts) =>
    `${notSaved(facts)}ブラウザーのダウンロードの設定を確認してから、もう一度実行してください。`,
  BROWSER_TOO_OLD: ({ reason }) =>
    `このブラウザーにはバックアップに必要な機能がないため、開始しませんでした${reason ? `（不足している機能: ${reason}）` : ""}。最新のChrome、Edge、Firefoxのいずれかで、もう一度実行してください。`,
  NO_PRIVATE_STORAGE: ({ reason }) =>
    `このブラウザーでは作業用ファイルを保存できないため、バックアップを開始しませんでした${systemsReason(reason)}。プライベートウィンドウやシークレットウィンドウを使っている場合は、通常のウィンドウで実行してください。通常のウィンドウの場合は、ブラウザーの設定でこのサイトのデータの保存を許可してください。`,
  RUN_SILENT: ({ resumable }) =>
    `ブラウザー内のバックアップの処理が応答しなくなったため、終了しました。${
      resumable
        ? "このダイアログを閉じると、レコード一覧に「続きから再開」が表示されます。すでに読み取ったデータは、もう一度読み取る必要はありません。"
        : "もう一度実行してください。"
    }続けて起こる場合は、ブラウザーを再起動するか、別のブラウザーで実行してください。`,
} satisfies Partial<Sentences>;
