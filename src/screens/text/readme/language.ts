import { textsIn } from "../texts-in";
import { en } from "./en";
import { ja } from "./ja";
import type { ReadmeMessages } from "./messages";
import { zh } from "./zh";

/** @param language as in `messagesFor` */
export function readmeMessagesFor(language: string): ReadmeMessages {
  return textsIn(language, { ja, en, zh });
}
