import { type RestorerMessages, restorerMessagesFor } from "../restore/language";
import { textsIn } from "../texts-in";
import { restoringTexts as en } from "./en";
import { restoringTexts as ja } from "./ja";
import type { RestoringTexts } from "./messages";
import { restoringTexts as zh } from "./zh";

/** The texts of the screen on which people compare and restore. */
export interface RestoringMessages extends RestorerMessages {
  restoring: RestoringTexts;
}

/** @param language as in `messagesFor` */
export function restoringMessagesFor(language: string): RestoringMessages {
  return { ...restorerMessagesFor(language), restoring: textsIn(language, { ja, en, zh }) };
}
