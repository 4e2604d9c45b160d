import { textsIn } from "../texts-in";
import { acceptanceTexts as en } from "./en";
import { acceptanceTexts as ja } from "./ja";
import type { AcceptanceMessages } from "./messages";
import { acceptanceTexts as zh } from "./zh";

/** @param language as in `messagesFor` */
export function acceptanceMessagesFor(language: string): AcceptanceMessages {
  return textsIn(language, { ja, en, zh });
}
