import { textsIn } from "../../texts-in";
import { changes as en } from "./en";
import { changes as ja } from "./ja";
import type { ChangesMessages } from "./messages";
import { changes as zh } from "./zh";

/** @param language as in `messagesFor` */
export function changesTextsIn(language: string): ChangesMessages {
  return textsIn(language, { ja, en, zh });
}
