import { changes as en } from "./en";
import { changes as ja } from "./ja";
import type { ChangesMessages } from "./messages";
import { changes as zh } from "./zh";

/** @param language as in `messagesFor`; simplified Chinese has texts here, traditional Chinese has none */
export function changesTextsIn(language: string): ChangesMessages {
  if (language === "ja") return ja;
  return language === "zh" ? zh : en;
}
