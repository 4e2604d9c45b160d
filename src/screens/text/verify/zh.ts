import type { Finding } from "../../../archive/verify/finding";
import { quantitiesIn } from "../quantities";
import type { VerifyMessages } from "./messages";

const { number } = quantitiesIn("zh");

/** “b.zip”中的“12/records.jsonl”: only what is known. */
function what({ volume, path }: Finding, otherwise = "zip文件"): string {
  const parts = [volume, path].flatMap((name) => (name === undefined ? [] : [`“${name}”`]));
  return parts.join("中的") || otherwise;
}

function compared({ expected, actual }: Finding, unit: string): string {
  if (expected === undefined || actual === undefined) return "";
  return `（应为${number(expected)}${unit}，实际为${number(actual)}${unit}）`;
}

const LINES: Record<string, string> = { "records.jsonl": "记录", "comments.jsonl": "回复" };
const counted = ({ path = "" }: Finding) => LINES[path.slice(path.lastIndexOf("/") + 1)] ?? "附件";

const ANOTHER_COPY = "请不要使用，并用保存在别处的同一文件进行确认。";
const ADD = "请备齐同一执行的所有zip文件，然后重新确认。";
const TAKE_OUT = "请去掉此文件，然后重新确认。";
const ALTERED = "可能在生成后被更改。请不要使用此归档，并用保存在别处的归档进行确认。";

/** What is wrong with what, and what to do. */
const says = (problem: string, advice: string, unit?: string) => (finding: Finding) =>
  `${what(finding)}${problem}${unit === undefined ? "" : compared(finding, unit)}。${advice}`;

export const verifyTexts: VerifyMessages = {
  introduction: "请选择此次执行保存的所有zip文件。将回读文件，确认是否与此记录一致。文件不会发送到任何地方。",
  noArchive: "此次执行没有zip文件。",
  choose: "选择zip文件",
  drop: "也可以将文件拖放到此处。",
  checking: (name) => `正在确认：${name}`,
  stopped: "确认已停止。",
  unreadable: (detail) => `无法读取文件。请重新选择。详细信息：${detail}`,
  verdict: {
    foreign: "所选文件中没有此次执行的文件。",
    damaged: `发现更改或损坏。${ANOTHER_COPY}`,
    "doubtful-history": "此记录中的zip文件列表与归档摘要不一致。记录可能被更改。",
    "files-missing": "所选文件与执行时相同，但并不齐全。请添加缺少的文件。",
    unfinished: "记录中的文件齐全且未被更改，但此次执行在归档完成之前就已结束。",
    incomplete: "zip文件齐全，与执行时相同，未被更改。但此次执行有未能备份的内容。",
    surplus: "记录中的文件齐全且未被更改，但还有记录中没有的文件。",
    sound: "文件齐全，与执行时相同，未被更改。",
  },
  question: {
    ofThisRun: "是否为此记录的文件",
    complete: "是否齐全",
    unchanged: "SHA-256是否与记录相同",
    readable: "内容是否全部能正确读取",
    everything: "是否包含所有要求备份的内容",
  },
  yes: "是",
  no: "否",
  files: "记录中的zip文件",
  state: {
    unchanged: () => "未更改",
    renamed: ({ name }) => `未更改（文件名为“${name}”，但内容相同）`,
    changed: ({ name, sha256 }) => `已更改（“${name}”的SHA-256：${sha256}）`,
    missing: () => "未选择",
  },
  surplus: "记录中没有的文件",
  ofRun: (runId) => `是执行ID ${runId} 的文件。`,
  findings: (count) => `发现的问题（${number(count)}项）`,
  lacking: "缺少的内容",
  leftOut: "此外，此备份中不包含的内容（不计为缺少）",
  more: (count) => `另有${number(count)}项`,
  runId: "执行ID",
  archiveDigest: "归档摘要（SHA-256）",
  finding: {
    UNREADABLE: says("已损坏无法打开，或不是zip文件", ANOTHER_COPY),
    MANIFEST_MISSING: says("中没有manifest.json，因此无法确认内容", TAKE_OUT),
    MANIFEST_INVALID: says("无法解读，因此无法确认内容", `请用本程序的最新版本确认。${ALTERED}`),
    ENTRY_MISSING: says("不存在", ANOTHER_COPY),
    ENTRY_SURPLUS: says("是列表（manifest.json）中没有的文件", ANOTHER_COPY),
    ENTRY_REFUSED: says("的名称不安全、重复或已加密，因此未读取", ANOTHER_COPY),
    ENTRY_DAMAGED: says("已损坏，无法取出", ANOTHER_COPY),
    SIZE_MISMATCH: says("的大小与列表不同", ANOTHER_COPY, "字节"),
    DIGEST_MISMATCH: says("的SHA-256与列表不同", ANOTHER_COPY),
    COUNT_MISMATCH: (finding) => says(`的${counted(finding)}数量与列表不同`, ALTERED, "条")(finding),
    VOLUME_MISSING: (finding) => `缺少${what(finding, "中间编号的zip文件")}。此归档不完整。${ADD}`,
    VOLUME_FOREIGN: says("是另一个执行的zip文件", TAKE_OUT),
    VOLUME_TWICE: says("与另一个zip文件编号相同", "请只保留其中一个，然后重新确认。"),
    VOLUME_SURPLUS: says("的编号大于最后一个zip文件的编号", ALTERED),
    VOLUME_NAME_MISMATCH: says(
      "不是原来的文件名",
      "内容不受影响，但归档摘要会与历史不一致。请改回原来的文件名后确认。",
    ),
    VOLUME_SIZE_MISMATCH: says("的大小与最后一个zip文件中的列表不同", ANOTHER_COPY, "字节"),
    VOLUME_DIGEST_MISMATCH: says("的SHA-256与最后一个zip文件中的列表不同", ANOTHER_COPY),
    LAST_MISSING: () => `缺少最后一个zip文件。如果执行中途结束，则不会生成该文件；否则，${ADD}`,
    LAST_TWICE: says("之外，还有标记为最后一个的zip文件", ALTERED),
    VOLUME_LIST_WRONG: says("中列出的zip文件个数不正确", ALTERED, "个"),
    PATH_TWICE: says("与另一个zip文件中的文件同名，解压时会被覆盖", ALTERED),
    README_MISPLACED: says("位于不应有的位置", ALTERED),
    TARGET_UNKNOWN: says("属于最后一个zip文件未列出的应用", ALTERED),
    TARGET_MISMATCH: says("对应用的说明与最后一个zip文件不同", ALTERED),
  },
  withDetail: (sentence, detail) => `${sentence}（${detail}）`,
};
