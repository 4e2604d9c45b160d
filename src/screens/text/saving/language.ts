import { acceptanceMessagesFor } from "../acceptance/language";
import type { AcceptanceMessages } from "../acceptance/messages";
import { textsIn } from "../texts-in";
import { auditorMessagesFor, type AuditorMessages } from "../verify/language";
import { savingTexts as en } from "./en";
import { savingTexts as ja } from "./ja";
import type { SavingMessages as SavingTexts } from "./messages";
import { savingTexts as zh } from "./zh";

/** The texts for whoever has zips to save, and to show. */
export interface SavingMessages extends AuditorMessages {
  saving: SavingTexts;
  acceptance: AcceptanceMessages;
}

/** @param language as in `messagesFor` */
export function savingMessagesFor(language: string): SavingMessages {
  return {
    ...auditorMessagesFor(language),
    saving: textsIn(language, { ja, en, zh }),
    acceptance: acceptanceMessagesFor(language),
  };
}
