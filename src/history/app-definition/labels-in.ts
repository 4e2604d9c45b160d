import { chinese } from "./chinese";
import { english } from "./english";
import { japanese } from "./japanese";
import type { Labels } from "./labels";

/** Every language that an app may have been made in: what is recognised by a name is recognised in each. */
export const ALL_LABELS: readonly Labels[] = [japanese, english, chinese];

/** The labels for who makes the app. `language` as `kintone.getLoginUser()` gives it; what has no labels gets English. */
export function labelsIn(language: string): Labels {
  if (language === "ja") return japanese;
  return language === "zh" ? chinese : english;
}
