import { textsIn } from "../texts-in";
import { pageTexts as en } from "./en";
import { pageTexts as ja } from "./ja";
import type { PageMessages } from "./messages";
import { pageTexts as zh } from "./zh";

/** @param language as `kintone.getLoginUser().language` gives it (see `messagesFor`) */
export function pageMessagesFor(language: string): PageMessages {
  return textsIn(language, { ja, en, zh });
}
