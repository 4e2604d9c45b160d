import { quantitiesIn } from "../../quantities";
import type { PreparationMessages } from "./messages";

const { number } = quantitiesIn("zh");

export const preparation: PreparationMessages = {
  locale: "zh",
  title: "准备此应用",
  introduction: "将备份所需的字段、列表、通知、记录权限和字段权限添加到此应用。",
  looking: "正在检查此应用…",
  ready: "准备已完成，没有缺少的内容。",
  waits: "所需内容已齐全，但尚未在正式环境中生效。请更新应用。",
  missing: "缺少以下内容。点击按钮后将添加或修复这些内容，并更新应用。",
  promise: "除此以外的字段、列表、通知和权限不会被更改。",
  button: "准备此应用",
  updateButton: "更新应用",
  lookAgain: "重新检查",
  group: {
    fields: (count) => `添加${number(count)}个字段`,
    options: (count) => `为${number(count)}个字段补回丢失的选项`,
    unique: (count) => `将${number(count)}个字段恢复为“禁止重复值”`,
    views: (count) => `添加${number(count)}个列表`,
    notifications: (count) => `添加${number(count)}条通知`,
    recordRules: (count) => `添加${number(count)}条记录权限`,
    fieldRights: (count) => `使决定备份内容的${number(count)}个字段仅可由应用管理者更改（字段权限）`,
  },
  names: (count) => `显示内容（${number(count)}个）`,
  field: (label, code) => `${label}（${code}）`,
  column: (label, code, table) => `表格“${table}”中的${label}（${code}）`,
  options: (label, options) => `${label}：${options.join("、")}`,
  notification: {
    attention: "备份以失败、不完整或中断结束时，通知执行者和您",
    restore: "恢复未按计划完成时，通知恢复的执行者和您",
    unsaved: "备份对象已有一周没有确认保存的备份时，提醒您（满两周、四周、十三周时再次提醒）",
    overdue: "尚未由执行开始计算该期间的对象，距最近一次已确认保存的备份已有一周时，提醒您",
    noSuccess: "其中从未确认保存过备份的对象，距上次成功已有一周时，提醒您",
    neverSaved: "同样，登记满一周时，提醒您",
  },
  recordRule: {
    unconfirmedRuns: "已结束但尚未确认zip已保存的执行记录，在写入确认结果之前可以编辑",
    chainedRuns: "已结束的执行记录，除应用管理者外只能查看",
    runs: "执行中的记录也只有应用管理者可以删除",
    chainedRestores: "已结束的恢复记录，除应用管理者外只能查看",
    restores: "恢复中的记录也只有应用管理者可以删除",
    changes: "设置更改的记录，除应用管理者外只能查看",
    targets: "备份对象的记录只有应用管理者可以删除",
  },
  note: {
    "rules-before-ours":
      "此应用已设置记录权限。原有设置优先，本次设置将添加在其后。符合原有设置条件的记录不受本次设置保护。",
    "custom-views": "此应用含有自定义列表。添加列表需要kintone系统管理员权限。",
    "waiting-changes": "此应用似乎有尚未生效的设置更改。更新应用时，这些更改也会一并生效。",
  },
  conflicts:
    "其他字段使用了本插件所需的字段代码。请更改以下字段的字段代码或删除这些字段，然后重新检查。在此之前不会对此应用进行任何更改。",
  conflict: ({ code, label, present, wanted }) => `${label}（${code}）：类型为${present}，应为${wanted}`,
  changing: (done, of) => `正在更改设置（第${number(done + 1)}步，共${number(of)}步）…`,
  updating: "正在更新应用…",
  keepOpen: "完成之前请不要关闭此页面。",
  prepared: "准备已完成，应用已更新。",
  stillMissing: "应用已更新，但仍缺少部分内容。请再次点击按钮。如反复出现，请检查应用的设置。",
  notUpdated: (status) => `设置已添加，但未能更新应用（${status}）。请在应用设置页面点击“更新应用”，或稍后重新检查。`,
  unreadable: "无法确认此应用的设置。",
  notPrepared: "准备未能完成。已添加的设置会保留，但尚未生效。重新检查后可以继续。",
  noRight: "您没有此应用的管理权限（添加列表有时还需要kintone系统管理员权限）。请由有权限的用户操作。",
  changedMeanwhile: "其他用户更改了此应用的设置。请重新检查。",
  beingUpdated: "此应用正在更新。请稍后重新检查。",
  targetsLater: "准备好此应用后，即可在此选择备份对象。",
};
