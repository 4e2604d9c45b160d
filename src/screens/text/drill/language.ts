import { type RestoreCommandMessages, restoreCommandMessagesFor } from "../restored/command/language";
import { textsIn } from "../texts-in";
import { drillTexts as en } from "./en";
import { drillTexts as ja } from "./ja";
import type { DrillTexts } from "./messages";
import { drillTexts as zh } from "./zh";

/** The texts of drills, beside those of the command's restores. */
export interface DrillMessages extends RestoreCommandMessages {
  drill: DrillTexts;
}

/** @param language as in `messagesFor` */
export function drillMessagesFor(language: string): DrillMessages {
  return { ...restoreCommandMessagesFor(language), drill: textsIn(language, { ja, en, zh }) };
}
