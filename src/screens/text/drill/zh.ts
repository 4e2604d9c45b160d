import { quantitiesIn } from "../quantities";
import type { DrillTexts } from "./messages";

const { number, moment } = quantitiesIn("zh");

const time = (at: string) => moment(at) ?? at;
const AGAIN = "请重新演练，会使用同一个演练用应用。";

export const drillTexts: DrillTexts = {
  sentence: {
    NO_PERMISSION: ({ guestSpaceId }) =>
      guestSpaceId
        ? `无法在访客空间（ID ${guestSpaceId}）中创建演练用应用。访客空间的应用只在该空间内演练。请由已加入该空间并可创建应用的用户演练；如果空间已被删除，则无法演练。`
        : "没有恢复演练所需的权限。请由可创建应用、并可添加和编辑备份管理应用记录的用户演练。",
    TOO_MANY_REQUESTS: () => `发送到kintone的请求过多，请稍候。${AGAIN}`,
    UNAVAILABLE: () => `kintone不可用，可能正在维护或负载过高，请稍候。${AGAIN}`,
    NETWORK: ({ obstacle }) => (obstacle ? undefined : `连接已断开，请检查网络。${AGAIN}`),
    TIMED_OUT: () => `kintone的响应未按时到达。${AGAIN}`,
    SESSION_EXPIRED: () => `kintone的登录已失效，请重新登录。${AGAIN}`,
    ANOTHER_RUN: ({ operator, since }) =>
      `另一个备份、恢复或恢复演练正在运行${operator || since ? `（${[operator, since && `自${time(since)}`].filter(Boolean).join("，")}）` : ""}，因此未开始恢复演练，没有更改任何内容。请在其结束后再演练。若其已中断，则在最后一次报告15分钟后视为结束。`,
    HISTORY_UNWRITABLE: () => "无法写入备份管理应用，因此无法记录恢复演练。请检查该应用的权限和字段。",
    OVER_BUDGET: ({ expected = 0, actual = 0 }) =>
      `恢复演练需要对演练用应用发出约${number(expected)}次API请求，但今天只剩${number(actual)}次，因此未开始。请减少记录，或在第二天（UTC零点以后）演练。`,
    RUN_SILENT: () => `恢复演练的处理没有响应，因此已结束。历史中会记录为中断。${AGAIN}`,
    CANCELLED: () => "恢复演练已取消。除演练用应用外，没有更改任何内容。",
  },
  scratch: {
    name: (app) => `[恢复演练] ${app}`,
    description: (app) =>
      `用于确认能否从备份恢复“${app}”的恢复演练用应用。由kintone Backup Manager创建，每次演练都会删除全部记录。请勿用于业务。`,
  },
  phase: {
    choosing: "正在选取演练的记录",
    preparing: "正在准备演练用应用",
    restoring: "正在恢复到演练用应用",
    comparing: "正在与归档核对",
    recording: "正在记录结果",
  },
  verdict: {
    passed: (app) => `${app}：通过。恢复的记录全部与归档一致。`,
    explained: (app) => `${app}：通过（差异可以说明）。`,
    failed: (app) => `${app}：未通过。有记录与归档不一致，或无法恢复。`,
    stopped: (app) => `${app}：中途结束。尚未确认能否恢复。`,
  },
  scope: {
    all: (records) => `范围：全部记录（${records}条）`,
    sample: (expected, archived, seed) => `范围：${archived}条中的${expected}条样本（种子 ${seed}）`,
  },
  rpo: (age, newest) => `RPO：${age}（最新记录更新于${newest}）`,
  rto: (duration) => `RTO：${duration}（恢复并核对此范围所用的时间）`,
  fate: {
    emptied: "演练用应用中的记录已删除。",
    kept: "演练用应用中的记录已保留以供查看，下次演练时删除。",
  },
  plainLookups: (fields) => `查找字段已作为普通字段恢复：${fields.join("、")}`,
  refusedFields: (fields) => `kintone未接受到演练用应用中、因而未能演练的字段：${fields.join("、")}`,
  gone: (code, records) => `“${code}”不存在或已停用，无法恢复（${records}条记录）`,
  explained: {
    "by-kintone": "由kintone自动设置的值",
    "gone-people": "不存在的用户、组织、组",
    "not-archived": "归档中没有的附件",
  },
  different: {
    values: "值不同",
    missing: "未恢复",
    unread: "无法重新读取",
    refused: "kintone未接受",
    undecided: "不清楚是否已写入",
  },
  record: (id, why, fields) => `记录${id}：${why}${fields.length > 0 ? `（${fields.join("、")}）` : ""}`,
  more: (records) => `另有${records}条`,
  unrecorded: "未能将恢复演练的结果写入历史。",
  cancelling: "正在取消。请等待正在进行的写入结束。",
  notDrillable: (app) => `${app}：归档中没有记录或表单设置，无法演练。`,
};
