import { quantitiesIn } from "../../quantities";
import type { EstimatesMessages } from "./messages";

const quantities = quantitiesIn("ja");
const { number } = quantities;

export const estimates: EstimatesMessages = {
  locale: "ja",
  quantities,
  title: "1回の実行の見積もり",
  introduction:
    "レコードと添付ファイルの量、APIリクエスト数、所要時間、zipのサイズの目安を対象ごとに表示します。1つの対象につき、最大5回のリクエストを使います。",
  button: (targets) => `${number(targets)}個の対象を見積もる`,
  cancel: "中止",
  progress: (done, of) => `見積もっています… ${number(of)}個中${number(done)}個`,
  done: "見積もりが終わりました。",
  cancelled: "見積もりを中止しました。",
  above: (targets, budget) =>
    `${number(targets)}個の対象で、1回の実行に、バックアップが1日に1アプリで使えるAPIリクエスト${number(budget)}回より多く必要な見込みです。ボタンから実行すると、どうするかを確認します。コメントを外すか、絞り込み条件でレコードを減らすと少なくなります。`,
  table: "対象ごとの見積もり",
  head: {
    app: "アプリ",
    records: "レコード",
    attachments: "添付ファイル",
    size: "データ量",
    archive: "zipのサイズ",
    requests: "APIリクエスト",
    time: "所要時間",
  },
  about: (amount) => `約${amount}`,
  share: {
    of: (share) => `1日に使える回数の${share}`,
    note: (budget) =>
      `「1日に使える回数」は、バックアップが1日に1アプリで使えるAPIリクエスト（今の設定では${number(budget)}回）です。`,
  },
  basedOn: (basis) => `根拠: ${basis}`,
  sum: (targets, of) => (targets === of ? "合計" : `合計（${number(of)}個中${number(targets)}個）`),
  waiting: "待機中",
  reading: "見積もり中…",
  basis: {
    run: (moment) => `${moment}の実行の結果`,
    all: "すべてのレコード",
    some: (records) => `${number(records)}件のレコード`,
    settings: "レコードなし（設定だけ）",
  },
  notes: [
    "「データ量」は圧縮前の量で、添付ファイルも含みます。コメントが10件より多いレコードの追加のリクエストと、カスタマイズのファイルは含みません。",
    "「所要時間」は、前回の成功した実行か、今回の見積もりでのkintoneの応答時間からの目安です。混み具合と回線によって変わります。",
  ],
};
