import { adding as en } from "./en";
import { adding as ja } from "./ja";
import type { AddingMessages } from "./messages";
import { adding as zh } from "./zh";

/** @param language as in `messagesFor`; simplified Chinese has texts here, traditional Chinese has none */
export function addingTextsIn(language: string): AddingMessages {
  if (language === "ja") return ja;
  return language === "zh" ? zh : en;
}
