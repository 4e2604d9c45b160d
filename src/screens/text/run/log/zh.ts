import type { OverBudget } from "../../../../domain/request-budget";
import { askedTexts } from "../../asked/zh";
import { limitsBehind } from "../../asked/limits";
import { domainNames } from "../../domain-names";
import { pageTexts } from "../../page/zh";
import { bytes, count, duration, moment, named, number, steps, systemsReason } from "../names/zh";
import type { LogMessages } from "./messages";

const overBudgetTexts: Record<OverBudget, string> = {
  stop: "回复只读取到剩余次数为止。其他数据超出剩余次数时，将在日本时间9点之后继续读取。",
  pause: "剩余次数用完后，将在日本时间9点之后继续读取。",
  "without-comments": "不读取回复。其他数据超出剩余次数时，将在日本时间9点之后继续读取。",
  "go-on": "按照所选，将超出此次数继续。",
};

/** A folder without a name of its own is the only one, or nearly so. */
const savedAt = (name: string, place: string) =>
  place === "folder" ? `已将${name}保存到保存位置的文件夹。` : `已将${name}保存到“${place}”。`;

export const log: LogMessages = {
  "run-started": ({ runId, operator, targets }) =>
    `备份已开始。执行ID：${runId}，执行者：${operator || "（API令牌）"}，备份对象：${number(targets)}个`,
  "run-resumed": ({ targets, settled, requests }) =>
    `从中断处继续备份。${number(targets)}个备份对象中已读取${number(settled)}个。至此的API请求：${number(requests)}次`,
  "target-started": ({ target, expectedRecords }) =>
    `开始读取${named(target)}。${expectedRecords === undefined ? "" : `记录：${count(expectedRecords)}`}`,
  "lost-targets-unknown": () => "无法读取上次的执行，因此未能确认是否有备份对象消失，或是否有应用按规则新增。",
  "rule-worked-out": ({ rule, apps }) => `按规则“${askedTexts.rule(rule)}”，本次备份${number(apps)}个应用。`,
  "used-requests-unknown": () => "无法读取今天此前的备份所用的API请求数，按0次计算。",
  "many-requests": ({ target, requests, left, budget: { perAppAndDay, overBudget } }) =>
    `备份${named(target)}至少需要${number(requests)}次API请求。备份每天可对每个应用使用的${number(perAppAndDay)}次中，还剩${number(left)}次。${overBudgetTexts[overBudget]}`,
  waited: () => "等待已结束。",
  "held-back": ({ target, until, perAppAndDay }) =>
    `备份每天可对${named(target)}使用的${number(perAppAndDay)}次API请求已用完，将在${moment(until)}之后继续读取。`,
  "budget-exceeded": ({ target, requests, perAppAndDay }) =>
    `今天的备份已对${named(target)}使用${number(requests)}次API请求，超过了每天可使用的${number(perAppAndDay)}次。超过所签版本的上限时，cybozu可能会向管理员发送通知邮件。`,
  "target-read-again": ({ target, because }) =>
    because === "form-changed"
      ? `备份过程中${named(target)}的表单被更改，将从头重新读取。`
      : `备份期间有人在此浏览器中登录了kintone。为避免混入以他人权限读取的数据，将从头重新读取${named(target)}。`,
  "smaller-pages": ({ target, from, to, because }) =>
    because === "odd-answer"
      ? `一次读取${named(target)}的${count(from)}记录时，kintone的响应无法使用（BAD_RESPONSE）。为查明原因所在的记录，从此处起每次读取${count(to)}。`
      : `${named(target)}的记录无法一次读取${count(from)}，从此处起每次读取${count(to)}。`,
  "records-taken-over": ({ target, records, added, changed, deleted }) =>
    `${named(target)}：沿用了上次备份的${count(records)}记录。此后添加：${count(added)}，更改：${count(changed)}，删除：${count(deleted)}`,
  "records-repaired": ({ target, added, changed, deleted }) =>
    `读取过程中${named(target)}的记录有变化，已重新读取。添加：${count(added)}，更改：${count(changed)}，删除：${count(deleted)}`,
  "records-still-changing": ({ target, changed }) =>
    `${named(target)}的记录仍在变化。重新读取后又被更改的记录：${count(changed)}`,
  "domain-read": ({ lists }) =>
    `应用以外的信息：${lists.map(({ list, written }) => `${domainNames.zh[list]} ${count(written)}`).join("，") || "未能读取"}`,
  "target-finished": ({ result }) =>
    `${named(result.target)}：${pageTexts.status[result.status]}。记录：${count(result.records)}，附件：${number(result.attachments)}个，${bytes(result.bytes)}，${duration(result.seconds)}，API请求：${number(result.requests)}次${limitsBehind(result.asked, askedTexts)}`,
  problem: ({ target, problem }, sentence) =>
    `${target ? `${named(target)}：` : ""}${steps[problem.step]}：${sentence}`,
  "volume-packed": ({ volume }) => `已生成${volume.name}。${bytes(volume.size)}，SHA-256：${volume.sha256}`,
  "volume-verified": ({ volume, entries }) => `已回读并确认${volume.name}。${number(entries)}个文件`,
  "volume-encrypted": ({ volume }) =>
    `已将zip加密为${volume.name}，并解密确认了内容。${bytes(volume.size)}，SHA-256：${volume.sha256}`,
  "volume-delivered": ({ volume, destination, place }) =>
    destination === "download" ? `${volume.name}已可以下载。是否已保存尚不可知。` : savedAt(volume.name, place),
  "volume-not-on-disk": ({ volume, reason }) =>
    `保存位置的文件夹无法确认${volume.name}已写入磁盘${systemsReason(reason)}。之后会回读确认内容，但如果保存位置随即断电，该文件可能会丢失。`,
  "volume-saved": ({ volume, place, proof }) =>
    proof === "server-digest"
      ? `根据“${place}”的服务器计算的摘要，确认${volume.name}与生成时相同。SHA-256：${volume.sha256}`
      : `已从保存位置回读${volume.name}，确认与生成时相同。SHA-256：${volume.sha256}`,
  "run-finished": ({ status, requests }) =>
    `备份已结束。结果：${pageTexts.status[status]}，API请求：${number(requests)}次`,
};
