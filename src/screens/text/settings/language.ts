import { messagesFor } from "../language";
import type { Messages } from "../messages";
import { addingTextsIn } from "./adding/language";
import { settingsTexts as en } from "./en";
import { estimatesTextsIn } from "./estimates/language";
import { settingsTexts as ja } from "./ja";
import type { SettingsMessages } from "./messages";
import { preparationTextsIn } from "./preparation/language";

/** The texts for whoever sets the program up: they are many, and the list page does not load them. */
export interface AdminMessages extends Messages {
  settings: SettingsMessages;
}

/** @param language as in `messagesFor` */
export function adminMessagesFor(language: string): AdminMessages {
  const messages = messagesFor(language);
  const settings = messages.locale === "ja" ? ja : en;
  const sections = {
    preparation: preparationTextsIn(language),
    adding: addingTextsIn(language),
    estimates: estimatesTextsIn(language),
  };
  return { ...messages, settings: { ...settings, ...sections } };
}
