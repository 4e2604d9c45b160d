import { unreachedTexts } from "../../unreached/ja";
import { ofContents } from "./contents/ja";
import { ofHistory } from "./history/ja";
import { ofKintone } from "./kintone/ja";
import { ofPlaces } from "./places/ja";
import { ofTargets } from "./targets/ja";
import type { ProblemMessages } from "./messages";

export const problems: ProblemMessages = {
  sentence: { ...ofTargets, ...ofKintone, ...ofContents, ...ofPlaces, ...ofHistory },
  unreached: unreachedTexts,
  kintoneSays: (sentence, message) => `${sentence}kintoneのメッセージ: ${message}`,
  accepted: (sentence, { reason, by, at }) =>
    `承認済みの不足（${by}、${at.slice(0, 10)}、理由: ${reason}）: ${sentence}`,
  withDetail: (sentence, detail) => `${sentence}詳細: ${detail}`,
};
