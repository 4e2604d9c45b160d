import { textsIn } from "../../texts-in";
import { type RestorerMessages, restorerMessagesFor } from "../language";
import type { RestoreMessages } from "../messages";
import { withOwnSentences } from "../own-sentences";
import { comparisonCommandTexts as en } from "./en";
import { comparisonCommandTexts as ja } from "./ja";
import type { ComparisonCommandTexts } from "./messages";
import { comparisonCommandTexts as zh } from "./zh";

/** The texts of the command's comparisons: a page has no use for them, and what it loads has a budget. */
export interface ComparisonCommandMessages extends RestorerMessages {
  restore: RestoreMessages & ComparisonCommandTexts;
}

/** @param language as in `messagesFor` */
export function comparisonCommandMessagesFor(language: string): ComparisonCommandMessages {
  const messages = restorerMessagesFor(language);
  const own = comparisonCommandTextsIn(language);
  return withOwnSentences({ ...messages, restore: { ...messages.restore, ...own } }, own.sentence);
}

export const comparisonCommandTextsIn = (language: string): ComparisonCommandTexts => textsIn(language, { ja, en, zh });
