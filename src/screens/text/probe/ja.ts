import { quantitiesIn } from "../quantities";
import type { ProbeMessages } from "./messages";
import { japaneseWords } from "./words-ja";

const { number } = quantitiesIn("ja");

export const probeTexts: ProbeMessages = {
  locale: "ja",
  title: "環境の確認",
  introduction:
    "このプログラムは、開発時に試せなかったkintoneとブラウザーの性質をいくつか前提にしています。この環境で実際にどうなっているかを確かめます。読み取るだけで、何も変更しません。結果にデータ、名前、アドレスは含まれないため、そのままプログラムの保守担当者に送れます。",
  button: "環境を確認",
  again: "もう一度確認",
  checking: (done, of) => `確認しています（${number(of)}件中${number(done)}件）`,
  failed: "環境を確認できませんでした。",
  summary: (otherwise, asAssumed, unknown) =>
    `${otherwise === 0 ? "前提と異なるものはありません。" : `前提と異なるものが${number(otherwise)}件あります。`}前提どおり: ${number(asAssumed)}件、判定できなかったもの: ${number(unknown)}件。`,
  verdict: { otherwise: "前提と異なる", "as-assumed": "前提どおり", unknown: "不明" },
  reason: {
    page: "プラグインの設定画面でのみ確認できます。",
    command: "コマンド kintone-backup probe でのみ確認できます。",
    writing: "コマンド kintone-backup probe --write でのみ確認できます。",
    "by-hand": "人の手でのみ確認できます。",
    "other-log-in": "別のログイン方法（ユーザーまたはAPIトークン）が必要です。",
    "no-app": "確認に使えるアプリがありません。",
    "no-file": "確認に使える添付ファイルがありません。",
    "switched-on": "この機能は有効になっているため、確認は不要です。",
    undecided: "見つかった結果からは、どちらとも言えません。",
    refused: "確認に必要な操作をkintoneが拒否しました。",
    failed: "確認の途中で失敗しました。",
  },
  elsewhere: (page, writing, byHand) =>
    `ここで確認していないもの: プラグインの設定画面でのみ確認できるもの${number(page)}件、kintone-backup probe --write が必要なもの${number(writing)}件、人の手でのみ確認できるもの${number(byHand)}件。MarkdownとJSONにはすべて記載されます。`,
  column: { verdict: "結果", assumed: "前提", found: "確認した内容", meaning: "影響" },
  found: (found) => `確認した内容: ${found}`,
  meaning: (meaning) => `影響: ${meaning}`,
  writesAsUser:
    "--write ではアプリを作成しますが、APIトークンでは作成できません。KINTONE_USERNAMEとKINTONE_PASSWORDでログインしてください。",
  scratchApp: (appId, name) =>
    `確認のためにアプリ${appId}「${name}」を作成しました。不要なアプリです。APIでは削除できないため、kintoneの画面で削除してください。`,
  copy: "Markdownでコピー",
  copied: "コピーしました。",
  notCopied: "ブラウザーがコピーを許可しませんでした。代わりにJSONファイルを保存してください。",
  download: "JSONで保存",
  words: japaneseWords,
};
