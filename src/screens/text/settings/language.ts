import { messagesFor } from "../language";
import type { Messages } from "../messages";
import { changesTextsIn } from "./changes/language";
import { settingsTexts as en } from "./en";
import { settingsTexts as ja } from "./ja";
import type { SettingsMessages } from "./messages";
import { preflightTextsIn } from "./preflight/language";
import { preparationTextsIn } from "./preparation/language";

/** The texts for whoever sets the program up: they are many, and the list page does not load them. */
export interface AdminMessages extends Messages {
  settings: SettingsMessages;
}

/** @param language as in `messagesFor` */
export function adminMessagesFor(language: string): AdminMessages {
  const messages = messagesFor(language);
  const settings = messages.locale === "ja" ? ja : en;
  const ofSections = {
    changes: changesTextsIn(language),
    preflight: preflightTextsIn(language),
    preparation: preparationTextsIn(language),
  };
  return { ...messages, settings: { ...settings, ...ofSections } };
}
