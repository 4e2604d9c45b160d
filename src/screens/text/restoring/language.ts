import { addedFieldTextsIn } from "../added-field/language";
import type { AddedFieldTexts } from "../added-field/messages";
import { comparedSettingsTextsIn } from "../compared-settings/language";
import type { ComparedSettingsTexts } from "../compared-settings/messages";
import { type PreflightMessages, restorePreflightMessagesFor } from "../restore/preflight/language";
import { restoredMessagesFor } from "../restored/language";
import type { RestoredTexts } from "../restored/messages";
import { textsIn } from "../texts-in";
import { restoringTexts as en } from "./en";
import { restoringTexts as ja } from "./ja";
import type { RestoringTexts } from "./messages";
import { restoringTexts as zh } from "./zh";

/** The texts of the screen on which people compare and restore. */
export interface RestoringMessages extends PreflightMessages {
  restoring: RestoringTexts;
  comparedSettings: ComparedSettingsTexts;
  addedField: AddedFieldTexts;
  /** The same as in the terminal. */
  restored: RestoredTexts;
}

/** @param language as in `messagesFor` */
export function restoringMessagesFor(language: string): RestoringMessages {
  return {
    ...restorePreflightMessagesFor(language),
    restored: restoredMessagesFor(language).restored,
    comparedSettings: comparedSettingsTextsIn(language),
    addedField: addedFieldTextsIn(language),
    restoring: textsIn(language, { ja, en, zh }),
  };
}
