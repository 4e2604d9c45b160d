import { quantitiesIn } from "../../quantities";
import type { NamedLookup, RecordsTexts } from "./messages";

const { number } = quantitiesIn("ja");
const count = (amount: number) => `${number(amount)}件`;
const lookup = ({ app, field, into }: NamedLookup) => `${app}の「${field}」（参照先：${into}）`;
const but = (amount: number, what: string) => (amount > 0 ? `、${what}${count(amount)}` : "");

export const recordsTexts: RecordsTexts = {
  step: {
    records: "レコードを登録しています",
    keys: "後回しにしたルックアップのキーを書き込んでいます",
    status: "ステータスと作業者を戻しています",
    comments: "コメントを書き込んでいます",
  },
  lookup,
  heading: "レコード：",
  of: (app, what) => `${app}：${what}`,
  records: ({ added, refused, undecided }, notReached) =>
    `レコードを${count(added)}登録${but(refused, "kintoneに拒否されたもの")}${but(undecided, "登録されたか不明なもの")}${but(notReached, "未処理")}`,
  keys: ({ refused, undecided, ...counts }, notReached) =>
    `ルックアップのキーを${count(counts["put-back"])}のレコードに書き込み${but(refused, "kintoneに拒否されたもの")}${but(undecided, "書き込まれたか不明なもの")}${but(notReached, "未処理")}`,
  not: {
    records: (problem) => `レコードを登録できませんでした。${problem}`,
    keys: (problem) => `ルックアップのキーを書き込めませんでした。${problem}`,
    status: (problem) => `ステータスと作業者を戻せませんでした。${problem}`,
    comments: (problem) => `一部のコメントを書き込めませんでした。${problem}`,
  },
  waitsFor: (app) => `ルックアップの参照先である${app}のレコードがそろうのを待っています。`,
  without: (why) => `レコードはありません。${why}`,
  statuses: (restored, notRestored) =>
    `${count(restored)}のレコードのステータスと作業者を戻しました${but(notRestored, "戻せなかったもの")}`,
  processLost: (problem) =>
    `プロセス管理の設定を元に戻せず、復元用の一時的な設定のままです。アプリの設定の「設定」＞「一般設定」＞「プロセス管理」で設定し直してください。${problem}`,
  comments: (restored, notRestored) =>
    `${count(restored)}のレコードにコメントを書き込みました${but(notRestored, "書き込めなかったレコード")}`,
  oldIds: (amount) => `レコード内の${count(amount)}の値が、元のアプリIDのリンクのままです`,
  lostKeys: (amount) =>
    `ルックアップの${count(amount)}の値は、アーカイブにないレコードをレコード番号で指していたため、空になりました`,
  foreseen: {
    later: (one, amount) =>
      `${count(amount)}のレコードには、すべてのレコードがそろってから${lookup(one)}のキーを書き込みます。更新者と更新日時は、復元した人と復元した日時になります。`,
    statuses: (amount) =>
      `${count(amount)}のレコードのステータスと作業者を戻します。更新者と更新日時は、復元した人と復元した日時になります。その間、アプリのプロセス管理は一時的な設定になります。`,
    comments: (written, notifications) =>
      `${count(written)}のコメントを、元の投稿者と日時を先頭に付け、実行するユーザーのコメントとして書き込みます。レコードの作成者と更新者へ、最大${count(notifications)}の通知が送られる可能性があります。`,
  },
};
