import { pageTexts } from "../page/ja";
import { notSaved } from "../run/problems/places/ja";
import type { FolderMessages } from "./messages";

const { number, bytes, moment } = pageTexts.quantities;

const whatToDo = {
  taken: "保存先のフォルダーに同じ名前のファイルがあります（上書きしていません）。そのファイルを別の場所に移してから",
  "no-folder": "保存先のフォルダーがなくなったか、ファイルに置き換わっています。フォルダーを作り直してから",
  "not-writable": "保存先のフォルダーに書き込めません。アクセス権と、ディスクが読み取り専用でないことを確認してから",
  unknown: "保存先のフォルダーとそのディスク、ネットワークの接続を確認してから",
};

export const folderJa: FolderMessages = {
  notDelivered: (facts) => `${notSaved(facts)}${whatToDo[facts.refusal ?? "unknown"]}、もう一度実行してください。`,
  short: ({ bytes: needed, free, lastRun, unknownTargets }) => [
    `これまでのバックアップ（${moment(lastRun) ?? "現在"}まで）から見積もると約${bytes(needed)}が必要ですが、保存先のフォルダーがあるディスクの空きは${bytes(free)}です。`,
    ...(unknownTargets > 0
      ? [`まだバックアップしたことのないアプリ（${number(unknownTargets)}個）には、別に容量が必要です。`]
      : []),
    "このまま実行すると、途中で容量が足りなくなり、完了しない可能性が高くなります。不要なファイルを削除するか、空きの多いディスクのフォルダーを指定してください。",
  ],
};
