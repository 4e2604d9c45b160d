import { preparation as en } from "./en";
import { preparation as ja } from "./ja";
import type { PreparationMessages } from "./messages";
import { preparation as zh } from "./zh";

/** @param language as in `messagesFor`; simplified Chinese has texts here, traditional Chinese has none */
export function preparationTextsIn(language: string): PreparationMessages {
  if (language === "ja") return ja;
  return language === "zh" ? zh : en;
}
