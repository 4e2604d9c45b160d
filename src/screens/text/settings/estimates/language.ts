import { estimates as en } from "./en";
import { estimates as ja } from "./ja";
import type { EstimatesMessages } from "./messages";
import { estimates as zh } from "./zh";

/** @param language as in `messagesFor`; simplified Chinese has texts here, traditional Chinese has none */
export function estimatesTextsIn(language: string): EstimatesMessages {
  if (language === "ja") return ja;
  return language === "zh" ? zh : en;
}
