import { quantitiesIn } from "../../quantities";
import type { PreparationMessages } from "./messages";

const { number } = quantitiesIn("ja");

export const preparation: PreparationMessages = {
  locale: "ja",
  title: "このアプリの準備",
  introduction:
    "バックアップに必要なフィールド、一覧、通知、レコードとフィールドのアクセス権を、このアプリに追加します。",
  looking: "このアプリを確認しています…",
  ready: "準備はできています。不足しているものはありません。",
  waits: "必要なものはそろっていますが、まだ運用環境に反映されていません。アプリを更新してください。",
  missing: "次のものが不足しています。ボタンを押すと追加または修復し、アプリを更新します。",
  promise: "ここに挙げたもの以外のフィールド、一覧、通知、アクセス権は変更しません。",
  button: "このアプリを準備",
  updateButton: "アプリを更新",
  lookAgain: "もう一度確認",
  group: {
    fields: (count) => `フィールドを${number(count)}個追加します`,
    options: (count) => `${number(count)}個のフィールドに、なくなった選択肢を追加します`,
    unique: (count) => `${number(count)}個のフィールドを「値の重複を禁止する」に戻します`,
    views: (count) => `一覧を${number(count)}個追加します`,
    notifications: (count) => `通知を${number(count)}件追加します`,
    recordRules: (count) => `レコードのアクセス権を${number(count)}件追加します`,
    fieldRights: (count) =>
      `何をバックアップするかを決める${number(count)}個のフィールドを、アプリを管理する人だけが変更できるようにします（フィールドのアクセス権）`,
  },
  names: (count) => `内容を表示（${number(count)}個）`,
  field: (label, code) => `${label}（${code}）`,
  column: (label, code, table) => `テーブル「${table}」の${label}（${code}）`,
  options: (label, options) => `${label}: ${options.join("、")}`,
  notification: {
    attention: "バックアップが失敗、一部不足、または中断で終わったとき、実行した人と準備した人に通知します",
    restore: "復元が予定どおりに終わらなかったとき、復元した人と準備した人に通知します",
    unsaved:
      "保存を確認できたバックアップが1週間ない対象があるとき、準備した人にリマインドします（2週間、4週間、13週間たったときにも、もう一度）",
    overdue:
      "まだ実行がその期間を数え始めていない対象については、保存を確認できた最後のバックアップから1週間たったとき、準備した人にリマインドします",
    noSuccess: "そのうち、保存を確認できたことのない対象については、前回の成功から1週間たったとき、リマインドします",
    neverSaved: "同じく、登録から1週間たったとき、リマインドします",
  },
  recordRule: {
    unconfirmedRuns: "終了した実行のレコードも、zipの保存を確認するまでは、その結果を書き込めるように編集できます",
    chainedRuns: "終了した実行のレコードは、アプリを管理する人以外は閲覧だけできます",
    runs: "実行中のレコードも、アプリを管理する人以外は削除できません",
    chainedRestores: "終了した復元のレコードは、アプリを管理する人以外は閲覧だけできます",
    restores: "復元中のレコードも、アプリを管理する人以外は削除できません",
    changes: "設定の変更を記録したレコードは、アプリを管理する人以外は閲覧だけできます",
    targets: "対象アプリのレコードは、アプリを管理する人以外は削除できません",
  },
  note: {
    "rules-before-ours":
      "このアプリには、すでにレコードのアクセス権が設定されています。その設定が優先されるように、今回の設定は後ろに追加します。既存の設定の条件に当てはまるレコードは、今回の設定では保護されません。",
    "custom-views":
      "このアプリにはカスタマイズ形式の一覧があります。一覧を追加するには、kintoneシステム管理者の権限が必要です。",
    "waiting-changes":
      "このアプリには、まだ反映されていない設定の変更があるようです。アプリを更新すると、その変更も反映されます。",
  },
  conflicts:
    "このプラグインが使うフィールドコードを、別のフィールドが使っています。次のフィールドのフィールドコードを変更するか、フィールドを削除してから、もう一度確認してください。それまで、このアプリには何も変更を加えません。",
  conflict: ({ code, label, present, wanted }) =>
    `${label}（${code}）: 種類は${present}ですが、${wanted}である必要があります`,
  changing: (done, of) => `設定を追加しています（${number(of)}段階のうち${number(done + 1)}段階目）…`,
  updating: "アプリを更新しています…",
  keepOpen: "完了するまで、この画面を開いたままにしてください。",
  prepared: "準備が完了しました。アプリも更新済みです。",
  stillMissing:
    "アプリを更新しましたが、まだ不足しているものがあります。もう一度ボタンを押してください。繰り返し起きる場合は、アプリの設定を確認してください。",
  notUpdated: (status) =>
    `設定は追加しましたが、アプリを更新できませんでした（${status}）。アプリの設定画面で「アプリを更新」を押すか、しばらくしてからもう一度確認してください。`,
  unreadable: "このアプリの設定を確認できませんでした。",
  notPrepared:
    "準備を完了できませんでした。追加済みの設定はそのまま残っていて、まだ反映されていません。もう一度確認すると、続きから準備できます。",
  noRight:
    "このアプリの管理権限がありません（一覧の追加に、kintoneシステム管理者の権限が必要な場合もあります）。管理権限のあるユーザーで行ってください。",
  changedMeanwhile: "ほかのユーザーがこのアプリの設定を変更しました。もう一度確認してください。",
  beingUpdated: "このアプリは更新中です。しばらくしてから、もう一度確認してください。",
  targetsLater: "このアプリを準備すると、ここで対象アプリを選べるようになります。",
};
