import { quantitiesIn } from "../quantities";
import type { ChainMessages } from "./messages";

const { number } = quantitiesIn("zh");

const LOOK_AT_CHANGES = "请在记录的更改历史中确认何时由谁更改。";
const LOOK_AT_CREATION = "请确认记录的创建人和创建时间。";

export const chainTexts: ChainMessages = {
  title: "历史检查",
  reading: "正在读取执行记录",
  read: (runs) => `已读取${number(runs)}条`,
  failed: "无法检查历史",
  answer: {
    sound: () => "历史是连续的。没有发现被更改、删除或添加的执行。",
    broken: ({ breaks }) => `有${number(breaks)}个执行与历史不符。记录可能被更改、删除或添加。请从第一个开始确认。`,
    nothing: () => "没有可检查的执行。尚无带摘要的执行，或者您无权查看。",
    hidden: ({ hidden }) =>
      `您无权查看以下字段，或应用中没有这些字段，因此无法检查：${hidden.join("、")}。请由可查看所有字段的用户检查。`,
  },
  holds: (runs) => `连续的范围（${number(runs)}次执行）`,
  run: (startedAt, runId) => `${startedAt ?? "时间不明"}（执行ID ${runId}）`,
  restore: (startedAt, restoreId) => `恢复 ${startedAt ?? "时间不明"}（恢复ID ${restoreId}）`,
  drill: (startedAt, drillId) => `恢复演练 ${startedAt ?? "时间不明"}（演练ID ${drillId}）`,
  disposal: (startedAt, disposalId) => `世代记录 ${startedAt ?? "时间不明"}（ID ${disposalId}）`,
  earlier: (runs) => `开始记录摘要之前的执行：${number(runs)}个。此检查无法证明其真实性。`,
  unfinished: (runs) => `尚未结束的执行：${number(runs)}个。不在检查范围内。`,
  breaks: (runs) => `不符的执行（${number(runs)}个）`,
  first: "第一个：",
  more: (runs) => `另有${number(runs)}个`,
  misfit: {
    changed: `内容或摘要在记录之后被更改。${LOOK_AT_CHANGES}`,
    missing:
      "没有此前的一个执行：可能已被删除，或连同摘要一起被改写，或因访问权限您无法看到，或此执行本身是后来添加的。请由可查看所有记录的用户检查。如果结果相同，请让kintone管理员在监控日志中确认是否删除过记录。",
    forked: `与另一个执行接在同一个执行之后。可能是后来添加的副本。${LOOK_AT_CREATION}`,
    inserted: `与前后的执行都不相连。可能是后来添加的。${LOOK_AT_CREATION}`,
    unchained: `没有摘要：可能被删除，或执行是后来添加的，或执行结束时无法读取历史。${LOOK_AT_CHANGES}`,
    moved: `接在记录创建得更晚的执行之后。记录的内容可能被调换。${LOOK_AT_CHANGES}`,
  },
  lastDigest: "最后的摘要",
  limits:
    "此检查无法发现最新的执行被删除，也无法发现从某个执行起全部被改写。如果在kintone之外记下“最后的摘要”，以后即可验证到该执行为止的所有执行。恢复和比较的记录也计为执行。因访问权限而看不到的执行，与被删除的执行看起来相同。",
};
