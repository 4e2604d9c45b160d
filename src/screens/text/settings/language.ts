import { messagesFor } from "../language";
import type { Messages } from "../messages";
import { textsIn } from "../texts-in";
import { settingsTexts as en } from "./en";
import { settingsTexts as ja } from "./ja";
import type { SettingsMessages } from "./messages";
import { preparationTextsIn } from "./preparation/language";
import { settingsTexts as zh } from "./zh";

/** The texts for whoever sets the program up: they are many, and the list page does not load them. */
export interface AdminMessages extends Messages {
  settings: SettingsMessages;
}

/** @param language as in `messagesFor` */
export function adminMessagesFor(language: string): AdminMessages {
  const messages = messagesFor(language);
  const settings = textsIn(language, { ja, en, zh });
  return { ...messages, settings: { ...settings, preparation: preparationTextsIn(language) } };
}
