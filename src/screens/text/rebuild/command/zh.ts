import { quantitiesIn } from "../../quantities";
import type { NamedRebuild, RebuildCommandTexts } from "./messages";

const { moment, number } = quantitiesIn("zh");
const named = ({ rebuildId, startedAt }: NamedRebuild) => `应用重建 ${rebuildId}（${moment(startedAt) ?? startedAt}）`;
const list = (items: readonly string[]) => items.join("、");
const records = (amount: number) => `${number(amount)}条记录`;

export const rebuildCommandTexts: RebuildCommandTexts = {
  sentence: {
    TIMED_OUT: ({ app }) =>
      app === undefined ? undefined : `kintone更新应用（ID ${app}）已超过15分钟。更新结束后，请使用 --resume 继续。`,
  },
  nowhere: (ids) =>
    `Lookup、关联记录列表或应用动作引用的以下应用没有替代：${list(ids)}。请一并重建，或用 --map-app 指定替代；否则Lookup将成为普通字段，其余不创建。`,
  resume: "可在同一命令后加上 --resume 继续。不会重复创建应用。",
  records: {
    statusesLeft: (amount) => `${records(amount)}原本不在初始状态，现从初始状态开始（指定--status可恢复）`,
    report: (path) => `这些值、状态和评论的逐条列表：${path}`,
    closed: (lookups) =>
      `以下Lookup互相引用，且都不能为空，因此无法添加第一条记录：${lookups.join("；")}。请在其中一个新应用中，取消Lookup及其复制目标字段的“必填项”，更新应用后使用--resume继续；完成后再恢复该设置。`,
    foreseen: {
      statusesLeft: (amount) => `${records(amount)}不在初始状态，将从初始状态开始；指定--status可恢复。`,
      commentsLeft: (written) => `${number(written)}条评论不会写入；指定--comments可写入。`,
    },
  },
  cancelling: "正在进行的处理结束后将停止。可使用 --resume 继续。",
  nothing: "这只是确认，未创建任何内容。",
  report: (path) => `全部内容的文件：${path}`,
  refused: {
    people: (who) =>
      `设置中有已不存在的用户等：${list(who)}。请用 --replace 指定替代，或使用 --leave-out-people。未创建任何内容。`,
    unfinished: (rebuild) =>
      `有中途结束的${named(rebuild)}。请用相同的zip文件和 --resume 继续，或用 --discard 放弃；已创建的应用会保留。`,
    underWay: (rebuild, host) => `${named(rebuild)}正在 ${host} 上进行。未创建任何内容。`,
    noneUnfinished: "没有中途结束的重建。未创建任何内容。",
    otherArchive: (rebuild, archive) =>
      `中途结束的${named(rebuild)}属于另一个归档（运行 ${archive.runId}）。请用该归档继续，或用 --discard 放弃。未创建任何内容。`,
  },
  discarded: (rebuild, apps) =>
    apps.length === 0
      ? `已放弃${named(rebuild)}。没有已创建的应用。`
      : `已放弃${named(rebuild)}。以下应用会保留：${list(apps)}。由于没有删除应用的API，如不需要，请在kintone的界面上删除。`,
};
