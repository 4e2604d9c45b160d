import { quantitiesIn } from "../quantities";
import type { ProbeMessages } from "./messages";
import { chineseWords } from "./words-zh";

const { number } = quantitiesIn("zh");

export const probeTexts: ProbeMessages = {
  locale: "zh",
  title: "检查运行环境",
  introduction:
    "本程序以kintone和浏览器的一些特性为前提，而这些特性在开发时无法实际验证。此处用于确认它们在本环境中的实际情况。只读取，不做任何更改。结果中不含数据、名称和地址，可直接发送给程序的维护人员。",
  button: "检查运行环境",
  again: "再次检查",
  checking: (done, of) => `正在检查（共${number(of)}项，已完成${number(done)}项）`,
  failed: "无法检查运行环境。",
  summary: (otherwise, asAssumed, unknown) =>
    `${otherwise === 0 ? "没有与前提不符的项目。" : `有${number(otherwise)}项与前提不符。`}与前提相符：${number(asAssumed)}项，无法判断：${number(unknown)}项。`,
  verdict: { otherwise: "与前提不符", "as-assumed": "与前提相符", unknown: "未知" },
  reason: {
    page: "只能在插件的设置页面确认。",
    command: "只能用命令kintone-backup probe确认。",
    writing: "只能用命令kintone-backup probe --write确认。",
    "by-hand": "只能由人工确认。",
    "other-log-in": "需要另一种登录方式（用户或API令牌）。",
    "no-app": "没有可用于确认的应用。",
    "no-file": "没有可用于确认的附件。",
    "switched-on": "该功能已启用，无需确认。",
    undecided: "从结果中无法判断。",
    refused: "kintone拒绝了确认所需的操作。",
    failed: "确认过程失败。",
  },
  elsewhere: (page, writing, byHand) =>
    `此处未确认：只能在插件的设置页面确认的${number(page)}项，需要kintone-backup probe --write的${number(writing)}项，只能由人工确认的${number(byHand)}项。Markdown和JSON中列有全部项目。`,
  column: { verdict: "结果", assumed: "前提", found: "确认到的情况", meaning: "影响" },
  found: (found) => `确认到的情况：${found}`,
  meaning: (meaning) => `影响：${meaning}`,
  writesAsUser: "--write需要创建应用，而API令牌无法创建。请用KINTONE_USERNAME和KINTONE_PASSWORD登录。",
  scratchApp: (appId, name) =>
    `为了确认，创建了应用${appId}“${name}”。该应用没有其他用途；API无法删除，请在kintone的页面上删除。`,
  copy: "复制为Markdown",
  copied: "已复制。",
  notCopied: "浏览器不允许复制。请改为保存JSON文件。",
  download: "保存为JSON",
  words: chineseWords,
};
