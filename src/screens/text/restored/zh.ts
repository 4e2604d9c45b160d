import { quantitiesIn } from "../quantities";
import type { RestoredTexts } from "./messages";

const { number, moment } = quantitiesIn("zh");

const time = (at: string) => moment(at) ?? at;
const records = (count: number) => `${number(count)}条记录`;
const app = (id: string | undefined) => (id === undefined ? "应用" : `应用（ID ${id}）`);
const restore = ({ restoreId, startedAt, app: name }: { restoreId: string; startedAt: string; app: string }) =>
  `“${name}”的恢复 ${restoreId}（${time(startedAt)}）`;
const AGAIN = "请重新比较：已恢复的记录会保留，其余的可以继续恢复。";

export const restoredTexts: RestoredTexts = {
  sentence: {
    FORM_CHANGED: (facts) => `恢复过程中${app(facts.app)}的设置被更改。${AGAIN}`,
    NO_PERMISSION: (facts) =>
      facts.ofToken
        ? `API令牌没有在${app(facts.app)}中执行此操作的权限。请赋予查看、添加、编辑（需要删除时还包括删除）记录的权限，更新应用后重新恢复。`
        : `没有在${app(facts.app)}中执行此操作的权限。请以可查看、添加、编辑（需要删除时还包括删除）记录的用户恢复。`,
    TOO_MANY_REQUESTS: () => `发送到kintone的请求过多，请稍候。${AGAIN}`,
    UNAVAILABLE: () => `kintone不可用，可能正在维护或负载过高，请稍候。${AGAIN}`,
    NETWORK: ({ obstacle }) => (obstacle ? undefined : `连接已断开，请检查网络。${AGAIN}`),
    TIMED_OUT: () => `kintone的响应未按时到达。${AGAIN}`,
    SESSION_EXPIRED: () => `kintone的登录已失效，请重新登录。${AGAIN}`,
    ANOTHER_RUN: ({ operator, since }) =>
      `另一个备份或恢复正在运行${operator || since ? `（${[operator, since && `自${time(since)}`].filter(Boolean).join("，")}）` : ""}，因此未开始恢复，没有更改任何内容。请在其结束后再恢复。若其已中断，则在最后一次报告15分钟后视为结束。`,
    HISTORY_UNWRITABLE: () => "无法写入备份管理应用，因此无法记录恢复。请检查该应用的权限和字段。",
    WORKSPACE_FAILED: ({ reason }) =>
      `无法保存恢复的经过${reason ? `（原因：${reason}）` : ""}，在此情况下不会写入任何内容。请检查磁盘和归档文件夹。`,
    NO_SPACE: () => "磁盘可用空间不足。请腾出空间后重新恢复。",
    CANCELLED: () => `恢复已取消。${AGAIN}`,
  },
  phase: {
    comparing: "正在比较",
    securing: "正在备份恢复前的应用",
    writing: "正在恢复",
    verifying: "正在与kintone核对恢复的内容",
    recording: "正在写入历史",
  },
  checking: "正在检查是否有妨碍恢复的问题",
  cancelling: "正在写入的记录完成后将结束恢复…",
  verdict: {
    "as-planned": "已恢复。所有内容均按计划存在于kintone中。",
    explained: "已恢复。与计划不同之处及其原因如下。",
    "not-as-planned": "已恢复，但有记录与计划不符。请查看结果文件。",
    stopped: "恢复在完成之前结束。此前已恢复的内容会保留。",
  },
  nothingToDo: "所选范围内没有差异。没有更改任何内容。",
  outcome: {
    added: "已添加",
    "put-back": "已还原",
    removed: "已删除",
    refused: "被kintone拒绝",
    "changed-meanwhile": "比较后被更改",
    gone: "比较后被删除",
    hidden: "可能不可见",
    undecided: "未知",
    notReached: "未处理",
    deviations: "与计划不同",
  },
  became: {
    refused: "kintone未接受",
    "changed-meanwhile": "比较之后被他人更改，因此保持原样",
    gone: "比较之后被他人删除",
    hidden: "可能因权限而不可见，但仍在应用中，因此未添加",
    undecided: "未收到kintone的响应，无法判断是否已写入。再次恢复之前，请在应用中确认",
  },
  withoutFiles: (files) => `归档中没有以下文件，因此未恢复：${files.map((name) => `“${name}”`).join("")}`,
  deviates: {
    byOthers: "恢复之后被他人更改或删除",
    unexplained: "kintone中的值与写入的值不同，结果文件中有两者",
  },
  stopped: (why) => `结束的原因：${why}`,
  planned: ({ add, putBack, remove }) => `计划：添加${records(add)}，还原${records(putBack)}，删除${records(remove)}`,
  safety: (runId) => `恢复前的应用保存在运行ID ${runId} 的归档中。`,
  noSafety: "恢复之前没有备份，因此无法还原到恢复前的状态。",
  undo: (command) => `撤销此恢复：${command}`,
  report: (path) => `每条记录的结果：${path}`,
  remembered: (recordId) => `历史：记录（ID ${recordId}）`,
  unrecorded: "无法将恢复的结果写入历史。可连接kintone时，请在同一命令后加上 --resume 再次运行，不会重复写入。",
  unreported: "结果文件未能写完，因此不完整。",
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
    notSecured: "恢复前的备份缺少恢复可能更改的数据，因此没有更改任何内容。缺少的内容：",
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
  maybeWritten: (ids) => `以下记录在收到kintone的响应之前恢复就已中断，无法判断是否已写入：${ids.join("、")}`,
};
