import { textsIn } from "../texts-in";
import { type AuditorMessages, auditorMessagesFor } from "../verify/language";
import { restoreTexts as en } from "./en";
import { restoreTexts as ja } from "./ja";
import type { RestoreMessages } from "./messages";
import { withOwnSentences } from "./own-sentences";
import { restoreTexts as zh } from "./zh";

/** The texts for whoever compares an archive with kintone: an archive is verified first. */
export interface RestorerMessages extends AuditorMessages {
  restore: RestoreMessages;
}

/** @param language as in `messagesFor` */
export function restorerMessagesFor(language: string): RestorerMessages {
  const restore = textsIn(language, { ja, en, zh });
  return withOwnSentences({ ...auditorMessagesFor(language), restore }, restore.sentence);
}
