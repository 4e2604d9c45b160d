import type { RetentionTexts } from "./messages";

const sum = ({ generations, bytes, yen }: { generations: string; bytes: string; yen?: string }) =>
  `${generations}个世代（${bytes}${yen ? `，每月约${yen}日元` : ""}）`;

export const retentionTexts: RetentionTexts = {
  place: (name, kind) => `保存位置“${name}”（${kind}）`,
  rule: (rule) => `保留规则：${rule}`,
  noRule: '该保存位置没有规则，因此不会销毁任何内容。规则写在设置文件中该保存位置的 "keep" 里。',
  closed: "无法列出该保存位置的内容，因此无法销毁。",
  calendar: { heading: "按备份日期", legend: "# 保留，x 销毁，. 无" },
  stays: (of) => `保留：${sum(of)}`,
  goes: (of) => `销毁：${sum(of)}`,
  nothingToGo: "没有需要销毁的内容。",
  incomplete: "不完整",
  wantedBy: {
    last: "最新的几个世代",
    daily: "当天的世代",
    weekly: "当周的世代",
    monthly: "当月的世代",
    yearly: "当年的世代",
    within: "还不够旧",
  },
  guard: {
    "last-success": "最后一次成功",
    newest: "最新",
    "since-success": "比最后一次成功更新",
    held: "保全中",
    locked: "锁定中",
    unknown: "与历史记录不符",
    future: "未来的时间（时钟曾有误）",
  },
  held: (reason) => `保全中：${reason}`,
  lockedUntil: (day) => `保存位置锁定至${day}`,
  series: { runs: "备份", ofApp: (appId) => `应用 ${appId} 恢复前的备份` },
  nothingGoes: {
    "no-rule": (series) => `${series}：规则不保留任何内容，因此不销毁。`,
    "no-success": (series) => `${series}：没有完整的备份，因此不销毁。`,
    "newest-incomplete": (series) => `${series}：在备份再次成功之前不销毁。`,
  },
  unknownFiles: (count, names) => `有${count}个zip文件不在历史中，不会被销毁：${names}`,
  confirmation: {
    needed: (command) => `该保存位置的这条规则尚未有人确认，因此不销毁。如果以上内容正是所需，请运行：\n  ${command}`,
    other: (rule, command) =>
      `该保存位置确认过的是另一条规则（${rule}），因此不销毁。如果以上内容正是所需，请运行：\n  ${command}`,
    known: (by, moment) => `由${by}于${moment}确认。`,
    done: (place, rule) => `已确认“${place}”的规则：${rule}。从现在起生效。`,
    changed: "预览之后销毁对象发生了变化，因此未确认。请重新查看预览。",
  },
  dryRun: "仅为预览，没有销毁任何内容。",
  verdict: {
    disposed: (generation) => `${generation}：已销毁。`,
    remains: (generation) => `${generation}：仍有未能销毁的内容。`,
    stopped: (generation) => `${generation}：在全部销毁之前结束。`,
  },
  kept: (file, answer) => `${file} 仍在：${answer}`,
  ended: (done, left) => `已销毁：${done}个世代。按规则可以销毁但仍保留：${left}个世代。`,
  hold: {
    held: (generation) => `${generation} 已保全：任何保存位置的规则都不会销毁它。`,
    released: (generation) => `${generation} 已解除保全：规则可以销毁它。`,
    notHeld: (runId) => `执行ID ${runId} 未被保全。`,
    unknown: (runId) => `历史中没有执行ID为 ${runId} 的备份。`,
  },
  noPlace: (name, names) => `设置文件中没有保存位置“${name}”。已有：${names}`,
  token: "销毁和保全会连同执行者一起记录，因此需要用户密码登录，不能使用API令牌。",
};
