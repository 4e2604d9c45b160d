import { quantitiesIn } from "../../quantities";
import type { ComparisonCommandTexts } from "./messages";

const { number, moment } = quantitiesIn("ja");

const named = (names: readonly string[]) => names.map((name) => `「${name}」`).join("");
const time = (at: string) => moment(at) ?? at;
const run = ({ runId, startedAt }: { runId: string; startedAt: string }) => `${runId}（${time(startedAt)}）`;

export const comparisonCommandTexts: ComparisonCommandTexts = {
  sentence: {
    DELIVERY_FAILED: ({ path = "", refusal, reason }) =>
      refusal === "taken"
        ? `「${path}」はすでにあります（上書きしていません）。比較は行っていません。別の名前を指定してください。`
        : `違いを「${path}」に書き込めませんでした${reason ? `（理由: ${reason}）` : ""}。フォルダーとディスクを確認してから、もう一度比較してください。`,
    NO_SPACE: ({ path = "" }) =>
      `「${path}」を書き込む空き容量がありません。空きを増やすか、別の場所を指定して、もう一度比較してください。`,
  },
  archive: (named_) => `アーカイブ: 実行ID ${run(named_)}`,
  aside: {
    newer: (other) =>
      `より新しい実行 ${run(other)} のzipファイルがありますが、そろっていないため比較していません。比較するには、残りのzipファイルも同じ場所に置いてください。`,
    strange: (names) => `バックアップのzipファイルではないか、壊れているため、対象外としました: ${named(names)}`,
  },
  refused: {
    notSound: "このアーカイブには問題があります。比較せず、何も変更していません。",
    noRun: (runId, known) =>
      `実行ID ${runId} のzipファイルがありません。${known.length > 0 ? `見つかった実行: ${known.map(run).join("、")}` : "どの実行のzipファイルもありません。"}`,
    noApp: (appId, known) => `アプリ（ID ${appId}）はアーカイブにありません。入っているアプリ: ${known.join("、")}`,
  },
  kind: {
    missing: (records) =>
      `アプリにないレコード（${number(records)}件）: バックアップの後に削除されました。戻すと、レコード番号は新しくなります。`,
    differs: (records) =>
      `違いのあるレコード（${number(records)}件）: バックアップの後に変更されました。かっこ内は最後に変更した人です。`,
    explained: (records) =>
      `戻せない値だけが違うレコード（${number(records)}件）: kintoneが計算する値、ほかのアプリからコピーする値、kintoneだけが変更する値です。`,
    newer: (records) =>
      `アーカイブより新しいレコード（${number(records)}件）: バックアップの後に追加されたもので、アーカイブには何の情報もありません。`,
    surplus: (records) =>
      `アーカイブにないレコード（${number(records)}件）: アーカイブの最後のレコードより前に追加されましたが、入っていません。バックアップの条件に合わなかったか、読み取れませんでした。`,
    unread: (records) => `比較できなかったレコード（${number(records)}件）:`,
  },
  everything: "--differences <path> を付けると、すべてをファイルに書き出します。",
};
