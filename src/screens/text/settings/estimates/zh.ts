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
  above: (targets, budget) =>
    `预计有${number(targets)}个备份对象，一次执行需要的API请求会超过备份每天可对每个应用使用的${number(budget)}次。用按钮执行时，会询问如何处理。不备份回复，或用筛选条件减少记录，可以减少请求数。`,
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
  share: {
    of: (share) => `每天可用次数的${share}`,
    note: (budget) => `“每天可用次数”是备份每天可对每个应用使用的API请求数（当前设置为${number(budget)}次）。`,
  },
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
  notes: [
    "“数据量”是压缩前的大小，包含附件。不包含评论超过10条的记录所需的额外请求，以及自定义文件。",
    "“所需时间”根据上次成功的执行，或本次估算时kintone的响应时间得出，会因繁忙程度和网络而变化。",
  ],
};
