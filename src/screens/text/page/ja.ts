import { quantitiesIn } from "../quantities";
import type { PageMessages } from "./messages";

export const pageTexts: PageMessages = {
  locale: "ja",
  quantities: quantitiesIn("ja"),
  status: {
    running: "実行中",
    success: "成功",
    partial: "一部不足",
    failed: "失敗",
    cancelled: "キャンセル",
    interrupted: "中断",
  },
  saved: { saved: "保存確認済み", unconfirmed: "保存未確認" },
  words: {
    record_type: {
      target: "対象アプリの登録",
      run: "実行",
      restore: "復元",
      change: "設定と対象の変更",
      drill: "復元訓練",
      disposal: "世代の保全・廃棄",
    },
    run_trigger: { button: "ボタン", headless: "自動", restore: "復元の前" },
    run_destination: { download: "ダウンロード", folder: "フォルダー", s3: "S3", rclone: "rclone" },
    restore_kind: { restore: "復元", comparison: "比較のみ" },
    restore_verdict: {
      "as-planned": "予定どおり",
      explained: "説明のつく違いあり",
      "not-as-planned": "予定と異なる",
      stopped: "途中で終了",
      same: "違いなし",
      differs: "違いあり",
      unable: "比較できず",
    },
    restore_archive_known: { known: "はい", unknown: "いいえ" },
    drill_verdict: {
      passed: "合格",
      explained: "合格（説明のつく違いあり）",
      failed: "不合格",
      stopped: "途中で終了",
    },
    drill_scratch_fate: { emptied: "削除済み", kept: "確認のため残してある" },
    drill_archive_known: { known: "はい", unknown: "いいえ" },
    drill_scope: { all: "すべてのレコード", sample: "サンプル" },
    disposal_kind: {
      confirmed: "ルールの確認",
      held: "保全の開始",
      released: "保全の解除",
      disposed: "廃棄",
    },
    disposal_verdict: { disposed: "廃棄済み", remains: "残っているものあり", stopped: "途中で終了" },
    target_scope: {
      app: "1つのアプリ",
      space: "スペースのすべてのアプリ",
      guest_space: "ゲストスペースのすべてのアプリ",
      all_apps: "ゲストスペース以外のすべてのアプリ",
    },
    target_enabled: { enabled: "する" },
    target_include: {
      records: "レコード",
      attachments: "添付ファイル",
      comments: "コメント",
      settings: "設定（アプリの管理者だけが閲覧できるものを含む）",
      viewer_settings: "設定（アプリの管理者だけが閲覧できるものを除く）",
      without_plugin_configurations: "プラグインの設定内容を除く",
    },
  },
  page: {
    runBackup: "今すぐバックアップ",
    checkHistory: "履歴を検査",
    restore: "比較と復元",
    undoRestore: "この復元を元に戻す",
    openOverview: "履歴の概要",
    closeOverview: "概要を閉じる",
    verify: "zipファイルの確認",
    lastingGaps: "毎回不足するものについて",
    cancel: "キャンセル",
    interrupted: {
      title: "途中で止まったバックアップがあります。",
      explanation: (startedAt) =>
        `${startedAt}に始めたバックアップは、終わる前にページかブラウザーが閉じられました。取得済みのデータはこのブラウザーに残っており、続きから再開できます（最長3日間）。`,
      resume: "続きから再開",
      discard: "破棄",
      discardQuestion:
        "途中まで取得したデータをこのブラウザーから削除します。元に戻せません。kintoneのデータは変わりません。",
    },
    brokenRestore: {
      title: "途中で止まった復元があります。",
      explanation: (app, startedAt) =>
        `「${app}」の復元（${startedAt}に開始）は、終わる前にページかブラウザーが閉じられました。書き込まれたレコードはそのまま残っています。同じアーカイブのzipファイルをもう一度選ぶと、続きから再開できます。`,
      resume: "続きから再開",
      discard: "中止として記録",
      discardQuestion:
        "この復元を中止します。書き込まれたレコードはそのまま残り、履歴に中止として記録されます。続きから再開することはできなくなります。",
      notDiscarded: "履歴に記録できませんでした。しばらく待ってから、もう一度お試しください。",
    },
    brokenRebuild: {
      title: "途中で止まったアプリの作り直しがあります。",
      explanation: (startedAt) =>
        `アプリの作り直し（${startedAt}に開始）が、終わる前に止まりました。作成済みのアプリはそのまま残っています。同じアーカイブのzipファイルをもう一度選ぶと、同じアプリで続きから再開できます。`,
      resume: "続きから再開",
      discard: "取りやめる",
      discardQuestion:
        "アプリの作り直しを取りやめます。作成済みのアプリはそのまま残ります。続きから再開することはできなくなります。",
    },
    brokenDrill: {
      title: "途中で止まった復元訓練があります。",
      explanation: (app, startedAt) =>
        `「${app}」の復元訓練（${startedAt}に開始）は、終わる前にページかブラウザーが閉じられました。履歴には、中断したものとして記録しました。訓練用アプリができていれば、次の訓練でもう一度使い、残っているレコードはそのときに削除します。`,
      close: "閉じる",
    },
    unsaved: {
      title: "保存を確認できていないバックアップがあります。",
      explanation: (startedAt, files, until) =>
        `${startedAt}に始めたバックアップのzipファイル（${files}個）が保存されたことを、まだ確認できていません。このブラウザーに残っているコピーは、${until}に削除されます。保存したファイルを選んで確認するか、もう一度保存してください。`,
      open: "保存と確認に進む",
      discard: "コピーを削除",
      discardQuestion:
        "このブラウザーに残っているzipファイルのコピーを削除します。元に戻せません。ほかの場所に保存していない場合、このバックアップは失われます。",
    },
    incomplete: {
      title: "このページにプラグインのファイルがそろっていません",
      body: "プラグインのファイルの一部を読み込めませんでした。ページを再読み込みして、もう一度お試しください。繰り返し表示される場合は、プラグインを読み込み直すよう、システム管理者に連絡してください。",
    },
  },
};
