import { textsIn } from "../../texts-in";
import { preflight as en } from "./en";
import { preflight as ja } from "./ja";
import type { PreflightMessages } from "./messages";
import { preflight as zh } from "./zh";

/** @param language as in `messagesFor` */
export function preflightTextsIn(language: string): PreflightMessages {
  return textsIn(language, { ja, en, zh });
}
