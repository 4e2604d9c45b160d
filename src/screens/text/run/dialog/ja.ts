import { duration, moment, MOST_APPS, number } from "../names/ja";
import type { DialogMessages } from "./messages";

export const dialog: DialogMessages = {
  title: "バックアップ",
  keepOpen: "終わるまで、このページを閉じたり移動したりしないでください。",
  phase: {
    starting: "準備しています",
    reading: "kintoneから読み取っています",
    packing: "zipを作成しています",
    verifying: "zipを読み直して確認しています",
    delivering: "zipを保存先に渡しています",
    recording: "実行履歴を記録しています",
  },
  target: (position, of, appName) => `${number(of)}個中${number(position)}個目のアプリ: ${appName}`,
  records: "レコード",
  attachments: "添付ファイル",
  size: "サイズ",
  requests: "APIリクエスト",
  pace: (requests, atOnce) => (atOnce === undefined ? requests : `${requests}（同時に最大${number(atOnce)}回）`),
  elapsed: "経過時間",
  timeLeft: "残り時間の目安",
  timeLeftUnknown: "まだわかりません",
  amount: (done, total) => (total === undefined ? done : `${done} / ${total}`),
  progressLabel: "バックアップの進捗",
  waitingFor: {
    network: {
      title: "kintoneにつながるのを待っています",
      note: "ネットワークにつながらないため、中断しています。つながると自動的に続きから進みます。30分以上つながらないときは終了します。",
    },
    unavailable: {
      title: "kintoneが利用できるようになるのを待っています",
      note: "kintoneがメンテナンス中か、混み合っているため、バックアップを一時停止しています。利用できるようになると、自動的に再開します。30分たっても利用できない場合は終了します。",
    },
    login: {
      title: "kintoneへのログインを待っています",
      note: "ログインの有効期限が切れたか、別のユーザーでログインしたため、中断しています。同じユーザーで、次のリンクからログインし直してください。続きから進みます。",
    },
  },
  heldBack: {
    why: ({ apps, until }) =>
      `${apps
        .slice(0, MOST_APPS)
        .map(({ appId, appName }) => `アプリ「${appName}」（ID ${appId}）`)
        .join(
          "、",
        )}${apps.length > MOST_APPS ? `ほか${number(apps.length - MOST_APPS)}個のアプリ` : ""}は、バックアップが1日に使えるAPIリクエストを使い切りました。${moment(until)}を過ぎると、自動的に続きから読み取ります。`,
    mayClose:
      "このページは閉じてもかまいません。取得済みのデータはこのブラウザーに最長3日間残り、もう一度このアプリを開くと続きから再開できます。",
  },
  logInAgain: "別のタブでログインする",
  startAnew: "新しく始める",
  startAnewQuestion:
    "途中で止まったバックアップがあります。新しく始めると、途中まで取得したデータは削除され、続きから再開できなくなります。",
  cancelling: "キャンセルしています…",
  cancellingNote: "実行中の処理を止めています。終わるまでお待ちください。",
  close: "閉じる",
  verdict: {
    success: ({ targets, volumes, seconds }) =>
      `${number(targets)}個のアプリのバックアップが完了し、zipの内容を読み直して確認しました（zipファイル${number(volumes)}個、所要時間: ${duration(seconds)}）。`,
    partial: ({ targets, incomplete }) =>
      incomplete > 0
        ? `${number(targets)}個のアプリのうち${number(incomplete)}個に不足があります。このバックアップは完全ではありません。`
        : "このバックアップは完全ではありません。下の内容を確認してください。",
    failed: () => "バックアップできませんでした。下の内容を確認してください。",
    cancelled: ({ volumes }) =>
      volumes > 0
        ? `キャンセルしました。保存先に渡したzipファイルは${number(volumes)}個だけで、このバックアップは完全ではありません。`
        : "キャンセルしました。zipファイルは保存されていません。",
    interrupted: () => "バックアップは途中で中断されました。このバックアップは完全ではありません。",
  },
  failedToRun: "バックアップを実行できませんでした",
  results: "アプリごとの結果",
  app: "アプリ",
  statusHeading: "結果",
  problemsHeading: "不足しているものと理由",
  nothingMissing: "なし",
  appId: (appId, guestSpaceId) =>
    guestSpaceId ? `アプリID ${appId}（ゲストスペース ${guestSpaceId}）` : `アプリID ${appId}`,
  runProblems: "全体に関する問題",
  told: "前回の実行からの変化",
  moreProblems: (hidden) => `ほか${number(hidden)}件（実行履歴のログに記録されています）`,
  volumes: "zipファイル",
  file: "ファイル名",
  saveFile: "保存",
  saveThisFile: (name) => `保存: ${name}`,
  saveAgain: "もう一度保存",
  saveAgainFile: (name) => `もう一度保存: ${name}`,
  saveFailed: "保存できませんでした。もう一度お試しください。",
  openHistory: "実行履歴を開く",
  historyMissing: "履歴の代わりに、この実行の内容をファイルに保存しておいてください。",
  saveFacts: "実行内容をファイルに保存",
};
