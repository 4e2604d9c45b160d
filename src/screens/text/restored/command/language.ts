import { type ComparisonCommandMessages, comparisonCommandTextsIn } from "../../restore/command/language";
import { withOwnSentences } from "../../restore/own-sentences";
import { textsIn } from "../../texts-in";
import { type RestoredMessages, restoredMessagesFor } from "../language";
import type { RestoredTexts } from "../messages";
import { restoreCommandTexts as en } from "./en";
import { restoreCommandTexts as ja } from "./ja";
import type { RestoreCommandTexts } from "./messages";
import { restoreCommandTexts as zh } from "./zh";

/** The texts of the command's restores, beside those of its comparisons. */
export interface RestoreCommandMessages extends RestoredMessages, ComparisonCommandMessages {
  restore: ComparisonCommandMessages["restore"];
  restored: RestoredTexts & RestoreCommandTexts;
}

/** @param language as in `messagesFor` */
export function restoreCommandMessagesFor(language: string): RestoreCommandMessages {
  const messages = restoredMessagesFor(language);
  const own = textsIn(language, { ja, en, zh });
  const restore = { ...messages.restore, ...comparisonCommandTextsIn(language) };
  const restored = { ...messages.restored, ...own };
  return withOwnSentences({ ...messages, restore, restored }, own.sentence);
}
