import { textsIn } from "../../texts-in";
import { type RestoredMessages, restoredMessagesFor } from "../language";
import type { RestoredTexts } from "../messages";
import { restoreCommandTexts as en } from "./en";
import { restoreCommandTexts as ja } from "./ja";
import type { RestoreCommandTexts } from "./messages";
import { restoreCommandTexts as zh } from "./zh";

/** The texts of the command's restores: a page has no use for them, and what it loads has a budget. */
export interface RestoreCommandMessages extends RestoredMessages {
  restored: RestoredTexts & RestoreCommandTexts;
}

/** @param language as in `messagesFor` */
export function restoreCommandMessagesFor(language: string): RestoreCommandMessages {
  const messages = restoredMessagesFor(language);
  return { ...messages, restored: { ...messages.restored, ...textsIn(language, { ja, en, zh }) } };
}
