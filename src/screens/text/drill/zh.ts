import type { DrillTexts } from "./messages";

export const drillTexts: DrillTexts = {
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
