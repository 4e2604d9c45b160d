import { unreachedTexts } from "../../unreached/zh";
import { ofContents } from "./contents/zh";
import { ofHistory } from "./history/zh";
import { ofKintone } from "./kintone/zh";
import { ofPlaces } from "./places/zh";
import { ofTargets } from "./targets/zh";
import type { ProblemMessages } from "./messages";

export const problems: ProblemMessages = {
  sentence: { ...ofTargets, ...ofKintone, ...ofContents, ...ofPlaces, ...ofHistory },
  unreached: unreachedTexts,
  kintoneSays: (sentence, message) => `${sentence}kintone的消息：${message}`,
  accepted: (sentence, { reason, by, at }) => `已认可的缺失（${by}，${at.slice(0, 10)}，理由：${reason}）：${sentence}`,
  withDetail: (sentence, detail) => `${sentence}详细信息：${detail}`,
};
