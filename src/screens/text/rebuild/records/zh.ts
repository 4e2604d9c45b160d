import { quantitiesIn } from "../../quantities";
import type { NamedLookup, RecordsTexts } from "./messages";

const { number } = quantitiesIn("zh");
const records = (amount: number) => `${number(amount)}条记录`;
const lookup = ({ app, field, into }: NamedLookup) => `${app}的“${field}”（引用自${into}）`;
const but = (amount: number, what: string) => (amount > 0 ? `，${what}${number(amount)}条` : "");

export const recordsTexts: RecordsTexts = {
  step: {
    records: "正在添加记录",
    keys: "正在写入延后的Lookup键值",
    status: "正在恢复状态和执行者",
    comments: "正在写入评论",
  },
  lookup,
  heading: "记录：",
  of: (app, what) => `${app}：${what}`,
  records: ({ added, refused, undecided }, notReached) =>
    `已添加${records(added)}${but(refused, "被kintone拒绝")}${but(undecided, "无法确认是否已添加")}${but(notReached, "未处理")}`,
  keys: ({ refused, undecided, ...counts }, notReached) =>
    `已将Lookup键值写入${records(counts["put-back"])}${but(refused, "被kintone拒绝")}${but(undecided, "无法确认是否已写入")}${but(notReached, "未处理")}`,
  not: {
    records: (problem) => `未能添加记录。${problem}`,
    keys: (problem) => `未能写入Lookup键值。${problem}`,
    status: (problem) => `未能恢复状态和执行者。${problem}`,
    comments: (problem) => `部分评论未能写入。${problem}`,
  },
  waitsFor: (app) => `正在等待Lookup所引用的${app}的记录。`,
  without: (why) => `没有记录。${why}`,
  statuses: (restored, notRestored) => `${records(restored)}的状态和执行者已恢复${but(notRestored, "未能恢复")}`,
  processLost: (problem) =>
    `未能恢复流程管理设置，目前仍为恢复用的临时设置。请在应用设置的“设置”＞“常规设置”＞“流程管理”中手动设置。${problem}`,
  comments: (restored, notRestored) => `已为${records(restored)}写入评论${but(notRestored, "未能写入")}`,
  oldIds: (amount) => `记录中有${number(amount)}个值仍是指向旧应用ID的链接`,
  lostKeys: (amount) => `${number(amount)}个Lookup的值通过记录编号引用了存档中没有的记录，现已为空`,
  foreseen: {
    later: (one, amount) =>
      `${records(amount)}将在所有记录齐备后写入${lookup(one)}的键值，其更新人和更新时间将变为执行恢复的用户和时间。`,
    statuses: (amount) =>
      `将恢复${records(amount)}的状态和执行者，其更新人和更新时间将变为执行恢复的用户和时间。在此期间，应用的流程管理为临时设置。`,
    comments: (written, notifications) =>
      `${number(written)}条评论将在开头附上原作者和时间，以执行用户的名义写入。最多可能向记录的创建人和更新人发送${number(notifications)}条通知。`,
  },
};
