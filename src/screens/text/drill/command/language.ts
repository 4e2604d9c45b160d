import { type RestoreCommandMessages, restoreCommandMessagesFor } from "../../restored/command/language";
import { textsIn } from "../../texts-in";
import { drillTextsIn } from "../language";
import type { DrillTexts } from "../messages";
import { drillCommandTexts as en } from "./en";
import { drillCommandTexts as ja } from "./ja";
import type { DrillCommandTexts } from "./messages";
import { drillCommandTexts as zh } from "./zh";

/** The texts of the command's drills, beside those of its restores. */
export interface DrillCommandMessages extends RestoreCommandMessages {
  drill: DrillTexts & DrillCommandTexts;
}

/** @param language as in `messagesFor` */
export function drillCommandMessagesFor(language: string): DrillCommandMessages {
  const drill = { ...drillTextsIn(language), ...textsIn(language, { ja, en, zh }) };
  return { ...restoreCommandMessagesFor(language), drill };
}
