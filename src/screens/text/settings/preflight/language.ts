import { preflight as en } from "./en";
import { preflight as ja } from "./ja";
import type { PreflightMessages } from "./messages";
import { preflight as zh } from "./zh";

/** @param language as in `messagesFor`; simplified Chinese has texts here, traditional Chinese has none */
export function preflightTextsIn(language: string): PreflightMessages {
  if (language === "ja") return ja;
  return language === "zh" ? zh : en;
}
