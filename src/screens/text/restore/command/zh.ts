import { quantitiesIn } from "../../quantities";
import type { ComparisonCommandTexts } from "./messages";

const { number, moment } = quantitiesIn("zh");

const named = (names: readonly string[]) => names.map((name) => `“${name}”`).join("、");
const time = (at: string) => moment(at) ?? at;
const run = ({ runId, startedAt }: { runId: string; startedAt: string }) => `${runId}（${time(startedAt)}）`;

export const comparisonCommandTexts: ComparisonCommandTexts = {
  sentence: {
    DELIVERY_FAILED: ({ path = "", refusal, reason }) =>
      refusal === "taken"
        ? `已有文件“${path}”（未被覆盖）。未进行比较，请指定其他名称。`
        : `无法将差异写入“${path}”${reason ? `（原因：${reason}）` : ""}。请检查文件夹和磁盘后重新比较。`,
    NO_SPACE: ({ path = "" }) => `没有写入“${path}”的空间。请腾出空间或指定其他位置，然后重新比较。`,
  },
  archive: (named_) => `归档：执行ID ${run(named_)}`,
  aside: {
    newer: (other) =>
      `有更新的执行 ${run(other)}，但其zip文件不齐全，因此未比较。如需比较，请将其余的zip文件放在同一位置。`,
    strange: (names) => `不是备份的zip文件或已损坏，因此未使用：${named(names)}`,
  },
  refused: {
    notSound: "此归档有问题。未进行比较，也没有更改任何内容。",
    noRun: (runId, known) =>
      `没有执行ID ${runId} 的zip文件。${known.length > 0 ? `找到的执行：${known.map(run).join("、")}` : "没有任何执行的zip文件。"}`,
    noApp: (appId, known) => `应用（ID ${appId}）不在归档中。归档中的应用：${known.join("、")}`,
  },
  kind: {
    missing: (records) => `应用中没有的记录（${number(records)}条）：备份之后被删除。恢复后，记录编号将是新的。`,
    differs: (records) => `有差异的记录（${number(records)}条）：备份之后被更改。括号内为最后更改的人。`,
    explained: (records) =>
      `仅无法恢复的值不同的记录（${number(records)}条）：由kintone计算、从其他应用复制或仅由kintone更改的值。`,
    newer: (records) => `比归档新的记录（${number(records)}条）：备份之后添加，归档中没有任何信息。`,
    surplus: (records) =>
      `归档中没有的记录（${number(records)}条）：在归档的最后一条记录之前添加，但不在归档中。不符合备份的条件，或未能读取。`,
    unread: (records) => `未能比较的记录（${number(records)}条）：`,
  },
  everything: "使用 --differences <path> 可将全部差异写入文件。",
};
