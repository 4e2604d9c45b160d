import { textsIn } from "../../texts-in";
import { estimates as en } from "./en";
import { estimates as ja } from "./ja";
import type { EstimatesMessages } from "./messages";
import { estimates as zh } from "./zh";

/** @param language as in `messagesFor` */
export function estimatesTextsIn(language: string): EstimatesMessages {
  return textsIn(language, { ja, en, zh });
}
