import { quantitiesIn } from "../quantities";
import type { DrillingTexts } from "./messages";

const { number } = quantitiesIn("zh-CN");

export const drillingTexts: DrillingTexts = {
  offer: "进入恢复演练",
  introduction: "恢复演练会把归档中的记录恢复到演练用应用，重新读取后与归档核对。不会读取或更改原应用。",
  apps: "要演练的应用",
  scope: {
    heading: "要演练的记录",
    sample: "部分记录",
    sampleNote: "除随机选取的记录外，还包括最后更新的记录、最大的记录，以及表格行数和附件最多的记录。",
    all: "全部记录",
    random: "随机选取的条数",
    seed: "种子（半角字母、数字或符号，最多100个字符）",
    seedNote: "同一归档和同一种子总是选出相同的记录。",
  },
  reason: "原因（可选，写入历史）",
  lacking: {
    apps: "请选择要演练的应用。",
    random: "请输入1到1,000,000之间的整数。",
    seed: "请用半角字母、数字或符号输入种子。",
  },
  foresee: "查看演练内容",
  back: "返回应用选择",
  foreseeing: "正在确认演练内容",
  foreseen: {
    heading: "开始恢复演练后，将执行以下操作。目前尚未更改任何内容。",
    makes: (name) => `新建演练用应用“${name}”。`,
    makesInGuestSpace: (name, spaceId) => `在原应用所在的访客空间（ID ${spaceId}）中新建演练用应用“${name}”。`,
    usesAgain: (name, appId) => `再次使用上次的演练用应用“${name}”（应用ID ${appId}）。`,
    deletes: (records) => `删除演练用应用中留下的${number(records)}条记录。`,
    closed: "只有执行演练的人能看到演练用应用。不会发送通知。",
    restores: (expected, archived, files) =>
      `把归档的${number(archived)}条记录中的${number(expected)}条（附件${number(files)}个）恢复到演练用应用，重新读取并核对。`,
    afterwards: "演练通过后，删除演练用应用中的记录。未通过时，保留到下次演练以供查看。绝不会删除原应用的记录。",
    requests: (requests) => `对演练用应用的API请求：约${number(requests)}次`,
    ofDay: (requests, left, perDay) =>
      `对演练用应用的API请求：约${number(requests)}次（今天剩余${number(left)}次，每天${number(perDay)}次）`,
    over: "超过今天剩余的请求数。请减少记录或改日再演练。kintone的一天从UTC零点开始。",
    goOver: "即使超过每天的请求数也执行",
    takes: (duration) => `预计所需时间：${duration}`,
    nothing: "没有可以演练的应用。",
  },
  change: "更改内容",
  start: "开始恢复演练",
  ofApps: (at, of, app) => `共${number(of)}个应用，第${number(at)}个：${app}`,
  progress: "恢复演练的进度",
  note: "结束前请保持此页面打开。如果中途关闭，历史中会记录演练已中断。",
  failed: "未能开始恢复演练",
  notReached: (app) => `${app}：未演练。`,
  openScratch: "打开演练用应用",
  openRecord: "打开此演练的记录",
  action: {
    heading: "纠正措施",
    asked: "尚未确认能够恢复。请填写原因和对策，将保存到演练记录的“纠正措施”中。",
    save: "保存纠正措施",
    saving: "正在保存...",
    saved: "已保存到演练记录。",
  },
};
