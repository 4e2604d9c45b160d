import type { ErrorFacts } from "../../../../../domain/errors";
import { bytes, compared, systemsReason, what } from "../../names/zh";
import type { Sentences } from "../messages";

/** Where nothing better is known to say. */
function unforeseen({ refusal, reason }: ErrorFacts): string {
  return refusal ? "" : systemsReason(reason);
}

/** What could not be saved; what to do about it depends on the place. */
export function notSaved(facts: ErrorFacts): string {
  return `无法保存${what(facts, "zip文件")}${unforeseen(facts)}。`;
}

/** Of the places where files lie, and of the browser. */
export const ofPlaces = {
  ENTRY_TOO_LARGE: (facts) =>
    `${what(facts, "文件")}过大，无法放入zip，因此未包含在备份中${compared(
      [
        ["大小", facts.actual],
        ["上限", facts.expected],
      ],
      bytes,
    )}。请用其他方法保存。`,
  NO_SPACE: (facts) =>
    `可用空间不足，无法保存备份${compared(
      [
        ["需要", facts.expected],
        ["可用", facts.actual],
      ],
      bytes,
    )}。请删除不需要的文件后重新执行。`,
  ARCHIVE_DAMAGED: (facts) => `回读生成的zip时，发现${what(facts, "部分内容")}不正确。请不要使用此zip，并重新执行。`,
  WORKSPACE_FAILED: ({ reason }) =>
    `无法将备份的工作文件写入此浏览器的存储区，或无法从中读取${systemsReason(reason)}。可能是执行期间网站数据被删除，或磁盘有问题。请确认后重新执行。`,
  DELIVERY_FAILED: (facts) => `${notSaved(facts)}请检查浏览器的下载设置后重新执行。`,
  BROWSER_TOO_OLD: ({ reason }) =>
    `此浏览器缺少备份所需的功能${reason ? `（${reason}）` : ""}，因此没有开始备份。请使用最新的Chrome、Edge或Firefox执行。`,
  NO_PRIVATE_STORAGE: ({ reason }) =>
    `此浏览器无法保存工作文件，因此没有开始备份${systemsReason(reason)}。如果正在使用隐私窗口或无痕窗口，请在普通窗口中执行。如果是普通窗口，请在浏览器设置中允许此网站保存数据。`,
  RUN_SILENT: ({ resumable }) =>
    `备份在此浏览器中停止响应，已被结束。${
      resumable ? "关闭此对话框后，记录列表会显示“从中断处继续”，已读取的数据无需重新读取。" : "请重新执行。"
    }如果再次发生，请重新启动浏览器或使用其他浏览器。`,
} satisfies Partial<Sentences>;
