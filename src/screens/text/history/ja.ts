import type { HistoryMessages } from "./messages";
import { drillsTexts } from "./drills/ja";
import { restoresTexts } from "./restores/ja";

export const historyTexts: HistoryMessages = {
  title: "バックアップ履歴の概要",
  reading: "実行の記録を読んでいます",
  read: (runs) => `${runs}件を読みました`,
  failed: "履歴を読めませんでした",
  again: "もう一度読む",
  noRuns: "実行の記録がありません。まだ一度も実行されていないか、閲覧する権限がありません。",
  days: (zone) => `日付の区切りは、プラグインの設定のタイムゾーン（${zone}）です。`,
  unseen: {
    heading: "この画面でわからないこと",
    fields: (codes) =>
      `次のフィールドを閲覧できないか、アプリにないため、関係する項目は空欄か0です: ${codes}。閲覧権限を管理者に確認してください。`,
    apps: "アプリの一覧を読めなかったため、バックアップ対象になっていないアプリを調べられませんでした。しばらくしてから、もう一度読んでください。",
    always:
      "閲覧する権限のないアプリとレコード、ゲストスペースのアプリは調べていません。フォームの変更は、バックアップ中のものだけがわかります。",
  },
  filter: {
    heading: "絞り込み",
    from: "開始日",
    to: "終了日",
    target: "対象アプリ",
    all: "すべて",
    reset: "絞り込みを解除",
    shown: (runs, of) => `${of}件中${runs}件の実行を表示しています。`,
  },
  integrity: {
    heading: "履歴の完全性",
    holds: (runs, from, to) => `つながっている範囲（${runs}回の実行）: ${from} から ${to} まで`,
    first: "最初に合わない実行: ",
    others: (runs) => `合わない実行はほかに${runs}件あります。「履歴を検査」で一覧を確認できます。`,
    fits: "合っています",
    unknown: "対象外",
  },
  calendar: {
    heading: "カレンダー",
    previous: "前の月",
    next: "次の月",
    none: "実行なし",
    noBackup: "バックアップなし",
    runs: (runs) => `実行${runs}回`,
    missing: (days, of) => `期間内の${of}日のうち、バックアップのない日: ${days}日`,
  },
  runs: {
    heading: "実行の一覧",
    column: {
      startedAt: "開始日時",
      finishedAt: "終了日時",
      status: "状態",
      saved: "保存の確認",
      savedAt: "保存を確認した日時",
      savedBy: "保存を確認した人",
      trigger: "実行方法",
      operator: "実行者",
      records: "レコード数",
      attachments: "添付ファイル数",
      bytes: "サイズ",
      seconds: "所要時間",
      requests: "APIリクエスト数",
      message: "メッセージ",
      limits: "対象の限定",
      runId: "実行ID",
      recordId: "レコード番号",
      chain: "履歴の検査",
      archiveDigest: "アーカイブのダイジェスト(SHA-256)",
      chainDigest: "チェーンダイジェスト",
    },
    empty: "条件に合う実行がありません。",
    more: (runs) => `さらに${runs}件を表示`,
    limited: (app, limits) => `${app}: ${limits}`,
    moreLimited: (apps) => `対象を限定したアプリはほかに${apps}個あります。`,
    unknownTime: "日時不明",
  },
  restores: restoresTexts,
  drills: drillsTexts,
  targets: {
    heading: "対象アプリ",
    column: {
      app: "アプリ",
      standing: "設定",
      lastStatus: "前回の結果",
      lastSuccess: "前回成功した日時",
      lastSaved: "保存を確認できた最後のバックアップ",
      lastProven: "最後に合格した復元訓練",
      age: "経過日数",
      failures: "連続で成功しなかった回数",
    },
    standing: { enabled: "有効", disabled: "無効", gone: "対象から削除済み" },
    empty: "対象アプリがありません。",
    never: "成功なし",
    doneBy: (by, when) => `変更者: ${by}${when === undefined ? "" : `、${when}`}`,
    neverSaved: "確認なし",
    neverProven: "合格なし",
    age: (days) => `${days}日前`,
  },
  charts: {
    heading: "所要時間とサイズの推移",
    table: "表で見る",
    summary: (what, points, least, most) => `${what}の推移。${points}点、最小${least}、最大${most}。`,
    period: "実行",
    together: "まとめた実行の数（値は中央値）",
    empty: "アーカイブのできた実行がありません。",
  },
  anomalies: {
    heading: (count) => `確認が必要なこと（${count}件）`,
    none: "確認が必要なことは見つかりませんでした。",
    measure: { records: "レコード数", attachments: "添付ファイル数", bytes: "サイズ" },
    moved: {
      fell: (app, measure, before, now) =>
        `${app}: ${measure}が、これまでの${before}から${now}に減りました。大量に削除されていないか、アプリの担当者に確認してください。`,
      grew: (app, measure, before, now) =>
        `${app}: ${measure}が、これまでの${before}から${now}に増えました。心当たりがあるか、アプリの担当者に確認してください。`,
    },
    asked: (app, since, before, now) =>
      `${app}: バックアップの範囲が、${since}の実行から変わりました。変更前は「${before}」、変更後は「${now}」です。意図した変更か、管理者に確認してください。`,
    form: {
      FORM_CHANGED: (app) =>
        `${app}: バックアップ中にフォームが変更されました。必要なフィールドが残っているか確認してください。`,
      EXCLUDED_FIELD_UNKNOWN: (app) =>
        `${app}: 除外するはずのフィールドがフォームにありません。削除されたか、フィールドコードが変わっています。除外の設定を確認してください。`,
    },
    rule: {
      new: (rule, apps) =>
        `ルール「${rule}」に新しく当てはまりました: ${apps.join("、")}。ルールの設定がアプリの内容に合っているか確認してください。`,
      gone: (rule, apps) =>
        `ルール「${rule}」に当てはまらなくなりました: ${apps.join("、")}。削除、移動、または権限の変更が意図したものか、アプリの担当者に確認してください。`,
    },
    silent: (app, days) =>
      `${app}: ${days}日間、どの実行にも含まれていません。実行が止まっていないか確認してください。`,
    failing: (app, times) => `${app}: ${times}回続けて成功していません。最近の実行のメッセージを確認してください。`,
    unsaved:
      "実行は終わっていますが、zipファイルが保存されたことを24時間以上確認できていません。実行者に、保存したファイルをその実行のレコードで確認するよう依頼してください。",
    uncovered: (app) =>
      `${app}: バックアップの対象になっていません。必要なら、対象に追加するよう管理者に依頼してください。`,
    disabled: (app) => `${app}: 対象に登録されていますが、無効になっています。意図したものか管理者に確認してください。`,
  },
  evidence: {
    heading: "証跡の出力",
    explanation: "絞り込みの期間、状態、対象アプリに合う実行を出力します。",
    csv: "CSVを保存",
    print: "報告書を印刷",
    title: "バックアップ実施報告書",
    period: (from, to) => `対象期間: ${from} ～ ${to}`,
    made: (moment, by) => `作成: ${moment} ${by}`,
    app: (url) => `履歴のアプリ: ${url}`,
    only: (what) => `絞り込み: ${what}`,
    summary: "概要",
    runs: "実行回数",
    saved: "保存を確認した実行",
    unsaved: "保存を確認していない実行",
    backupDays: "バックアップのある日",
    exceptions: "例外",
    noExceptions: "成功しなかった実行はありません。",
    missingDays: "バックアップのない日",
    noMissingDays: "ありません。",
    range: (from, to) => `${from}～${to}`,
    separator: "、",
  },
};
