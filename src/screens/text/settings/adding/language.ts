import { textsIn } from "../../texts-in";
import { adding as en } from "./en";
import { adding as ja } from "./ja";
import type { AddingMessages } from "./messages";
import { adding as zh } from "./zh";

/** @param language as in `messagesFor` */
export function addingTextsIn(language: string): AddingMessages {
  return textsIn(language, { ja, en, zh });
}
