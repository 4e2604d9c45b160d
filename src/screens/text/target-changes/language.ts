import { textsIn } from "../texts-in";
import { targetChangeTexts as en } from "./en";
import { targetChangeTexts as ja } from "./ja";
import type { TargetChangeMessages } from "./messages";
import { targetChangeTexts as zh } from "./zh";

/** @param language as in `messagesFor` */
export function targetChangeMessagesFor(language: string): TargetChangeMessages {
  return textsIn(language, { ja, en, zh });
}
