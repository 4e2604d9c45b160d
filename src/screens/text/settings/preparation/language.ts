import { textsIn } from "../../texts-in";
import { preparation as en } from "./en";
import { preparation as ja } from "./ja";
import type { PreparationMessages } from "./messages";
import { preparation as zh } from "./zh";

/** @param language as in `messagesFor` */
export function preparationTextsIn(language: string): PreparationMessages {
  return textsIn(language, { ja, en, zh });
}
