import { withOwnSentences } from "../restore/own-sentences";
import { type PreflightMessages, restorePreflightMessagesFor } from "../restore/preflight/language";
import { textsIn } from "../texts-in";
import { restoredTexts as en } from "./en";
import { restoredTexts as ja } from "./ja";
import type { RestoredTexts } from "./messages";
import { restoredTexts as zh } from "./zh";

/** The texts of what a restore does and comes to, which takes a comparison first. */
export interface RestoredMessages extends PreflightMessages {
  restored: RestoredTexts;
}

/** @param language as in `messagesFor` */
export function restoredMessagesFor(language: string): RestoredMessages {
  const restored = textsIn(language, { ja, en, zh });
  return withOwnSentences({ ...restorePreflightMessagesFor(language), restored }, restored.sentence);
}
