import { quantitiesIn } from "../../quantities";
import type { RestoreCommandTexts } from "./messages";

const { number, moment } = quantitiesIn("zh");

const time = (at: string) => moment(at) ?? at;
const records = (count: number) => `${number(count)}条记录`;
const restore = ({ restoreId, startedAt, app: name }: { restoreId: string; startedAt: string; app: string }) =>
  `“${name}”的恢复 ${restoreId}（${time(startedAt)}）`;

export const restoreCommandTexts: RestoreCommandTexts = {
  sentence: {
    DELIVERY_FAILED: ({ path = "", refusal, reason }) =>
      refusal === "taken"
        ? `已有文件“${path}”（未被覆盖）。没有更改任何内容。请指定其他名称。`
        : `无法写入“${path}”${reason ? `（原因：${reason}）` : ""}。请检查文件夹和磁盘。`,
  },
  nothingToDo: "所选范围内没有差异。没有更改任何内容。",
  checking: "正在检查是否有妨碍恢复的问题",
  safety: (runId) => `恢复前的应用保存在运行ID ${runId} 的归档中。`,
  noSafety: "恢复之前没有备份，因此无法还原到恢复前的状态。",
  undo: (command) => `撤销此恢复：${command}`,
  report: (path) => `报告（每条记录的结果）：${path}`,
  remembered: (recordId) => `历史：记录（ID ${recordId}）`,
  unrecorded: "无法将恢复的结果写入历史。可连接kintone时，请在同一命令后加上 --resume 再次运行，不会重复写入。",
  unreported: "报告未能写完，因此不完整。",
  choice: {
    heading: "可以恢复的内容：",
    add: (count) => `--add-missing：添加应用中没有的${records(count)}`,
    putBack: (count) => `--put-back：将${records(count)}还原为归档中的值`,
    exact: (surplus, newer) =>
      `--exact：执行以上两项，并删除归档中没有的${records(surplus)}；加上 --and-newer 时，还会删除备份之后添加的${records(newer)}`,
    notExact: "无法使用 --exact：",
    how: "没有更改任何内容。要恢复，请加上其中一项和 --reason 再次运行。",
    dryRun: "仅为确认，没有更改任何内容。",
  },
  notExact: {
    condition: ({ query }) => `归档中只有符合条件（${query}）的记录，对其他记录一无所知。`,
    incomplete: ({ missing }) => `备份时有${records(missing)}未能读取，因此不允许依据此归档删除记录。`,
    "another-app": () => "不会删除其他应用的记录。",
  },
  refused: {
    whichApp: (apps) => `归档中有多个应用。请用 --app 选择一个：${apps.join("、")}`,
    inTheWay: "由于以下原因无法恢复，没有更改任何内容：",
    byPlan: "写入 --write-plan 的文件，并用 --plan 指定",
    leaveMode: "不使用此方式",
    unfinished: (named) =>
      `有中断的${restore(named)}。请使用相同的zip文件和 --resume 继续，或用 --discard 放弃。无论哪种情况，已写入的内容都会保留并记录在历史中。`,
    underWay: (named, host) => `${restore(named)}正在 ${host} 上运行。没有更改任何内容。`,
    noneUnfinished: "没有中断的恢复。没有更改任何内容。",
    otherArchive: (named, archive) =>
      `中断的${restore(named)}属于另一个归档（运行ID ${archive.runId}，${time(archive.startedAt)}）。请使用该归档继续，或用 --discard 放弃。没有更改任何内容。`,
  },
  discarded: (named) => `已放弃${restore(named)}。已写入的内容会保留，并已记录在历史中。`,
};
