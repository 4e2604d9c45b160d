import type { ErrorFacts, Refusal } from "../../../domain/errors";
import { pageTexts } from "../page/ja";
import { notSaved } from "../run/problems/places/ja";
import type { FolderMessages } from "./messages";

const { number, bytes, moment } = pageTexts.quantities;

const whatToDo: Record<Refusal | "unknown", string> = {
  taken: "保存先のフォルダーに同じ名前のファイルがあります（上書きしていません）。そのファイルを別の場所に移してから",
  "no-folder": "保存先のフォルダーがなくなったか、ファイルに置き換わっています。フォルダーを作り直してから",
  "not-writable": "保存先のフォルダーに書き込めません。アクセス権と、ディスクが読み取り専用でないことを確認してから",
  "no-program": "このコンピューターにrcloneをインストールし、rcloneという名前で実行できるようにしてから",
  "old-program": "rclone 1.60以降をインストールしてから",
  "no-remote": "このコマンドを実行するユーザーで、rclone configを使ってリモートを設定してから",
  "config-locked": "rcloneの設定が暗号化されています。そのパスワードを環境変数RCLONE_CONFIG_PASSに設定してから",
  denied: "ストレージへのアクセスが許可されていません。認証をやり直し、アカウントまたはキーの権限を確認してから",
  "not-reached": "ストレージに接続できませんでした。アドレスとネットワークの接続を確認してから",
  refused: "ストレージの状態を確認してから",
  "no-keys":
    "ストレージのキーを環境変数AWS_ACCESS_KEY_IDとAWS_SECRET_ACCESS_KEY、またはAWSの認証情報ファイルに設定してから",
  "wrong-keys": "アクセスキーかシークレットキーが正しくありません。キーを修正してから",
  "no-bucket": "指定したバケットがありません。バケット名とエンドポイントを確認してから",
  "other-region": "バケットは別のリージョンにあります。リージョンまたはエンドポイントを修正してから",
  clock: "このコンピューターの時計がずれています。時刻を合わせてから",
  "no-lock":
    "バケットでオブジェクトロックが有効になっていません。有効にしたバケットを作成するか、設定ファイルからobjectLockを削除してから",
  unknown: "保存先のフォルダーとそのディスク、ネットワークの接続を確認してから",
};

/** What the storage or its program said: the same words are found in its manuals. */
const said = ({ said: words }: ErrorFacts) => (words ? `返されたメッセージ: 「${words}」。` : "");

export const folderJa: FolderMessages = {
  notDelivered: (facts) =>
    `${notSaved(facts)}${said(facts)}${whatToDo[facts.refusal ?? "unknown"]}、もう一度実行してください。`,
  atPlace: (place, sentence) => `「${place}」に保存されていません: ${sentence}`,
  short: ({ bytes: needed, free, lastRun, unknownTargets }) => [
    `これまでのバックアップ（${moment(lastRun) ?? "現在"}まで）から見積もると約${bytes(needed)}が必要ですが、保存先のフォルダーがあるディスクの空きは${bytes(free)}です。`,
    ...(unknownTargets > 0
      ? [`まだバックアップしたことのないアプリ（${number(unknownTargets)}個）には、別に容量が必要です。`]
      : []),
    "このまま実行すると、途中で容量が足りなくなり、完了しない可能性が高くなります。不要なファイルを削除するか、空きの多いディスクのフォルダーを指定してください。",
  ],
};
