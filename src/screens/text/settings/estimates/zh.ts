import { quantitiesIn } from "../../quantities";
import type { EstimatesMessages } from "./messages";

const quantities = quantitiesIn("zh");
const { number } = quantities;

export const estimates: EstimatesMessages = {
  locale: "zh",
  quantities,
  title: "一次执行的估算",
  introduction:
    "按备份对象显示记录和附件的数量、API请求数、所需时间以及zip文件大小的估算值。每个备份对象最多使用5次请求。",
  button: (targets) => `估算${number(targets)}个备份对象`,
  cancel: "停止",
  progress: (done, of) => `正在估算… ${number(done)}/${number(of)}个`,
  done: "估算已完成。",
  cancelled: "已停止估算。",
  above: (targets, guideline) =>
    `预计有${number(targets)}个备份对象，一次执行的API请求数会超过Standard Course每天的上限（每个应用${number(guideline)}次）。超过后，管理员会收到通知邮件。取消备份评论，或用筛选条件减少记录，可以减少请求数。`,
  table: "各备份对象的估算",
  head: {
    app: "应用",
    records: "记录",
    attachments: "附件",
    size: "数据量",
    archive: "zip大小",
    requests: "API请求",
    time: "所需时间",
  },
  about: (amount) => `约${amount}`,
  share: (share) => `每天上限的${share}`,
  basedOn: (basis) => `依据：${basis}`,
  sum: (targets, of) => (targets === of ? "合计" : `合计（${number(of)}个中的${number(targets)}个）`),
  waiting: "等待中",
  reading: "正在估算…",
  basis: {
    run: (moment) => `${moment}的执行结果`,
    all: "全部记录",
    some: (records) => `抽样${number(records)}条记录`,
    settings: "无记录（仅设置）",
  },
  notes: (guideline) => [
    `“每天上限”指Standard Course每个应用每天${number(guideline)}次请求。Wide Course的上限是其10倍。`,
    "“数据量”是压缩前的大小，包含附件。不包含评论超过10条的记录所需的额外请求，以及自定义文件。",
    "“所需时间”根据上次成功的执行，或本次估算时kintone的响应时间得出，会因繁忙程度和网络而变化。",
  ],
};
