import { duration, moment, MOST_APPS, number } from "../names/zh";
import type { DialogMessages } from "./messages";

export const dialog: DialogMessages = {
  title: "备份",
  keepOpen: "结束之前，请不要关闭或离开此页面。",
  phase: {
    starting: "正在准备",
    reading: "正在从kintone读取",
    packing: "正在生成zip",
    verifying: "正在回读并确认zip",
    delivering: "正在将zip交给保存位置",
    recording: "正在写入执行历史",
  },
  target: (position, of, appName) => `第${number(position)}个应用（共${number(of)}个）：${appName}`,
  records: "记录",
  attachments: "附件",
  size: "大小",
  requests: "API请求",
  pace: (requests, atOnce) => (atOnce === undefined ? requests : `${requests}（同时最多${number(atOnce)}次）`),
  elapsed: "已用时间",
  timeLeft: "预计剩余时间",
  timeLeftUnknown: "尚不清楚",
  amount: (done, total) => (total === undefined ? done : `${done} / ${total}`),
  progressLabel: "备份进度",
  waitingFor: {
    network: {
      title: "正在等待与kintone的连接恢复",
      note: "网络未连接，备份已暂停。连接恢复后会自动继续。超过30分钟仍未恢复时，备份将结束。",
    },
    unavailable: {
      title: "正在等待kintone恢复可用",
      note: "kintone正在维护或繁忙，备份已暂停。恢复可用后会自动继续。超过30分钟仍不可用时，备份将结束。",
    },
    login: {
      title: "正在等待登录kintone",
      note: "登录已过期，或以其他用户登录，备份已暂停。请通过以下链接以同一用户重新登录，备份将继续。",
    },
  },
  heldBack: {
    why: ({ apps, until }) =>
      `${apps
        .slice(0, MOST_APPS)
        .map(({ appId, appName }) => `应用“${appName}”（ID ${appId}）`)
        .join(
          "、",
        )}${apps.length > MOST_APPS ? `等${number(apps.length)}个应用` : ""}的备份每天可使用的API请求已用完。${moment(until)}之后会自动继续读取。`,
    mayClose: "可以关闭此页面。已读取的数据最多在此浏览器中保留3天，再次打开此应用即可继续。",
  },
  logInAgain: "在其他标签页中登录",
  startAnew: "重新开始",
  startAnewQuestion: "有中途停止的备份。重新开始后，已读取的数据会被删除，无法再从中断处继续。",
  cancelling: "正在取消…",
  cancellingNote: "正在停止执行中的处理，请等待结束。",
  close: "关闭",
  verdict: {
    success: ({ targets, volumes, seconds }) =>
      `${number(targets)}个应用备份完成，并已回读确认zip的内容（zip文件${number(volumes)}个，所需时间：${duration(seconds)}）。`,
    partial: ({ targets, incomplete }) =>
      incomplete > 0
        ? `${number(targets)}个应用中有${number(incomplete)}个缺少内容。此备份不完整。`
        : "此备份不完整。请确认下面的内容。",
    failed: () => "备份失败。请确认下面的内容。",
    cancelled: ({ volumes }) =>
      volumes > 0
        ? `备份已取消。只有${number(volumes)}个zip文件已交给保存位置，此备份不完整。`
        : "备份已取消。没有保存zip文件。",
    interrupted: () => "备份中途中断。此备份不完整。",
  },
  failedToRun: "无法执行备份",
  results: "各应用的结果",
  app: "应用",
  statusHeading: "结果",
  problemsHeading: "缺少的内容及原因",
  nothingMissing: "无",
  appId: (appId, guestSpaceId) => (guestSpaceId ? `应用ID ${appId}（来宾空间 ${guestSpaceId}）` : `应用ID ${appId}`),
  runProblems: "整体的问题",
  told: "与上次执行相比的变化",
  moreProblems: (hidden) => `另有${number(hidden)}项（请查看执行历史中的日志）`,
  volumes: "zip文件",
  file: "文件名",
  saveFile: "保存",
  saveThisFile: (name) => `保存：${name}`,
  saveAgain: "再次保存",
  saveAgainFile: (name) => `再次保存：${name}`,
  saveFailed: "无法保存，请重试。",
  openHistory: "打开执行历史",
  historyMissing: "请将此次执行的内容保存到文件，以代替历史。",
  saveFacts: "将执行内容保存到文件",
};
