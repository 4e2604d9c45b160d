import { unreachedTexts } from "../../unreached/en";
import { ofContents } from "./contents/en";
import { ofHistory } from "./history/en";
import { ofKintone } from "./kintone/en";
import { ofPlaces } from "./places/en";
import { ofTargets } from "./targets/en";
import type { ProblemMessages } from "./messages";

export const problems: ProblemMessages = {
  sentence: { ...ofTargets, ...ofKintone, ...ofContents, ...ofPlaces, ...ofHistory },
  unreached: unreachedTexts,
  kintoneSays: (sentence, message) => `${sentence} kintone says: ${message}`,
  accepted: (sentence, { reason, by, at }) => `Accepted (${by}, ${at.slice(0, 10)}: ${reason}): ${sentence}`,
  withDetail: (sentence, detail) => `${sentence} Details: ${detail}`,
};
