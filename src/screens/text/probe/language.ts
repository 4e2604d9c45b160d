import { textsIn } from "../texts-in";
import { probeTexts as en } from "./en";
import { probeTexts as ja } from "./ja";
import type { ProbeMessages } from "./messages";
import { probeTexts as zh } from "./zh";

/** @param language as in `messagesFor` */
export function probeTextsIn(language: string): ProbeMessages {
  return textsIn(language, { ja, en, zh });
}
