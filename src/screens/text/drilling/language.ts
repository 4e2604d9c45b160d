import { drillTextsIn } from "../drill/language";
import type { DrillTexts } from "../drill/messages";
import { drillsTexts as enDrills } from "../history/drills/en";
import { drillsTexts as jaDrills } from "../history/drills/ja";
import type { DrillsMessages } from "../history/drills/messages";
import { drillsTexts as zhDrills } from "../history/drills/zh";
import { type RestoringMessages, restoringMessagesFor } from "../restoring/language";
import { textsIn } from "../texts-in";
import { drillingTexts as en } from "./en";
import { drillingTexts as ja } from "./ja";
import type { DrillingTexts } from "./messages";
import { drillingTexts as zh } from "./zh";

/** The texts of the screen on which people drill: it begins where an archive is open to be compared. */
export interface DrillingMessages extends RestoringMessages {
  drilling: DrillingTexts;
  /** The same as in the terminal. */
  drill: DrillTexts;
  /** The same as in the overview. */
  drills: DrillsMessages;
}

/** @param language as in `messagesFor` */
export function drillingMessagesFor(language: string): DrillingMessages {
  return {
    ...restoringMessagesFor(language),
    drill: drillTextsIn(language),
    drills: textsIn(language, { ja: jaDrills, en: enDrills, zh: zhDrills }),
    drilling: textsIn(language, { ja, en, zh }),
  };
}
