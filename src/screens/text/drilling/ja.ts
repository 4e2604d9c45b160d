import { quantitiesIn } from "../quantities";
import type { DrillingTexts } from "./messages";

const { number } = quantitiesIn("ja");

export const drillingTexts: DrillingTexts = {
  offer: "復元訓練に進む",
  introduction:
    "復元訓練では、アーカイブのレコードを訓練用のアプリに復元し、読み直してアーカイブと照合します。元のアプリは、読み取りも変更もしません。",
  apps: "訓練するアプリ",
  scope: {
    heading: "訓練するレコード",
    sample: "一部のレコード",
    sampleNote:
      "ランダムに選ぶレコードのほかに、最後に更新されたレコード、最も大きいレコード、テーブルの行と添付ファイルが最も多いレコードも含めます。",
    all: "すべてのレコード",
    random: "ランダムに選ぶ件数",
    seed: "シード（半角英数字と記号、100文字まで）",
    seedNote: "同じアーカイブと同じシードからは、いつでも同じレコードが選ばれます。",
  },
  reason: "理由（任意、履歴に記録されます）",
  lacking: {
    apps: "訓練するアプリを選んでください。",
    random: "件数を1から1,000,000までの整数で入力してください。",
    seed: "シードを半角英数字か記号で入力してください。",
  },
  foresee: "訓練の内容を確認する",
  back: "アプリの選択に戻る",
  foreseeing: "訓練の内容を確認しています",
  foreseen: {
    heading: "復元訓練を開始すると、次のことを行います。まだ何も変更していません。",
    makes: (name) => `訓練用アプリ「${name}」を新しく作成します。`,
    makesInGuestSpace: (name, spaceId) =>
      `訓練用アプリ「${name}」を、元のアプリと同じゲストスペース（ID ${spaceId}）の中に新しく作成します。`,
    usesAgain: (name, appId) => `前回の訓練用アプリ「${name}」（アプリID ${appId}）をもう一度使います。`,
    deletes: (records) => `訓練用アプリに残っている${number(records)}件のレコードを削除します。`,
    closed: "訓練用アプリを見られるのは、訓練を実行する人だけです。通知は送りません。",
    restores: (expected, archived, files) =>
      `アーカイブの${number(archived)}件のうち${number(expected)}件（添付ファイル${number(files)}個）を訓練用アプリに復元し、読み直して照合します。`,
    afterwards:
      "合格すると、訓練用アプリのレコードを削除します。合格しなかったときは、確認のために次の訓練まで残します。元のアプリのレコードを削除することはありません。",
    requests: (requests) => `訓練用アプリへのAPIリクエスト: 約${number(requests)}回`,
    ofDay: (requests, left, perDay) =>
      `訓練用アプリへのAPIリクエスト: 約${number(requests)}回（本日の残り${number(left)}回、1日の目安${number(perDay)}回）`,
    over: "本日の残りのリクエスト数を超えます。レコードを減らすか、日を改めてください。kintoneの1日は午前9時に始まります。",
    goOver: "1日の目安を超えても実行する",
    takes: (duration) => `所要時間の目安: ${duration}`,
    nothing: "訓練できるアプリがありません。",
  },
  change: "内容を変更する",
  start: "復元訓練を開始する",
  ofApps: (at, of, app) => `${number(of)}アプリ中${number(at)}番目: ${app}`,
  progress: "復元訓練の進み具合",
  note: "終わるまでこのページを開いたままにしてください。途中で閉じると、訓練は中断したものとして履歴に記録されます。",
  failed: "復元訓練を開始できませんでした",
  notReached: (app) => `${app}: 訓練していません。`,
  openScratch: "訓練用アプリを開く",
  openRecord: "この訓練のレコードを開く",
  action: {
    heading: "是正処置",
    asked:
      "復元できることを確かめられませんでした。原因と対応を入力してください。訓練のレコードの「是正処置」に保存されます。",
    save: "是正処置を保存",
    saving: "保存しています...",
    saved: "訓練のレコードに保存しました。",
  },
};
