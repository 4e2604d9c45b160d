import { quantitiesIn } from "../../quantities";
import type { PlanFileMessages } from "./messages";

const { number } = quantitiesIn("ja");

export const planFile: PlanFileMessages = {
  heading: (name) => `「${name}」は復元の計画として使えません。何も変更していません。`,
  problem: {
    "not-json": () => "JSONではないか、途中で切れています。",
    "no-plan": () => "別のファイルです。復元の計画には formatVersion があります。",
    "newer-version": ({ version }) =>
      `形式のバージョンは${version}ですが、このプログラムが扱えるのは1です。プログラムを更新してください。`,
    missing: ({ field }) => `「${field}」がありません。`,
    unreadable: ({ field }) => `「${field}」の値が正しくありません。`,
    "unknown-name": ({ field }) =>
      `「${field}」という項目はありません。綴りを確認してください（不明な項目があるときは、実行しません）。`,
  },
  wrong: {
    "another-archive": (expected, found) =>
      `この計画は別のアーカイブ（${expected}）のものです（指定されたアーカイブ: ${found}）。何も変更していません。計画を作成したときのアーカイブを使うか、計画を作成し直してください。`,
    "another-app": (expected, found) =>
      `この計画は ${expected} のものですが、復元先は ${found} です。何も変更していません。`,
    "another-plan": (expected, found) =>
      `現在実行すると、計画とは違う結果になります（計画: ${expected}、現在: ${found}。件数が同じでも、レコードや内容が違う場合があります）。計画の作成後に、アプリまたはファイルが変更されています。何も変更していません。もう一度比較して、計画を作成し直してください。`,
  },
  counts: ({ add, putBack, remove }) => `追加${number(add)}件・書き戻し${number(putBack)}件・削除${number(remove)}件`,
};
