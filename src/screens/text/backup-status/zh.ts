import type { BackupStatusMessages } from "./messages";

export const backupStatus: BackupStatusMessages = {
  locale: "zh",
  warning: "注意",
  backedUp: (when, days) => `最近一次备份和验证：${when}（${days === 0 ? "24小时以内" : `${days}天前`}）。`,
  never: "此应用的备份尚未成功过。",
  savedToo: "zip文件也已确认保存。",
  unsaved: "尚未确认该备份的zip文件已保存。",
  saved: (when) => `最近一次已确认保存的备份：${when}。`,
  neverSaved: "尚无已确认保存zip文件的备份。",
  overdue: (days, without) => {
    if (days === undefined) return "备份已逾期。";
    return `备份已逾期。已有${days}天没有${without === "saved" ? "确认保存的备份" : "成功的备份"}。`;
  },
  disabled: "此应用的备份已停用。",
  trouble: {
    running: "正在执行备份。",
    partial: "上次备份不完整。",
    failed: "上次备份失败。",
    cancelled: "上次备份已取消。",
    interrupted: "上次备份中断。",
  },
  unlisted: "此应用未登记为备份对象，或您无权查看。",
  byRule: "此应用与其他应用一起按规则备份。规则内所有应用的整体情况：",
  unreadable: "无法读取备份状态。",
  details: "查看详细信息",
};
