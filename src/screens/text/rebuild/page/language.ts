import { withOwnSentences } from "../../restore/own-sentences";
import { restoredMessagesFor } from "../../restored/language";
import { textsIn } from "../../texts-in";
import { type RebuildMessages, rebuildTextsIn } from "../language";
import { rebuildPageTexts as en } from "./en";
import { rebuildPageTexts as ja } from "./ja";
import type { RebuildPageTexts } from "./messages";
import { rebuildPageTexts as zh } from "./zh";

/** The texts of the screen on which apps are made anew. */
export interface RebuildPageMessages extends RebuildMessages {
  next: RebuildPageTexts;
}

/** @param language as in `messagesFor` */
export function rebuildPageMessagesFor(language: string): RebuildPageMessages {
  const next = textsIn(language, { ja, en, zh });
  return withOwnSentences({ ...restoredMessagesFor(language), ...rebuildTextsIn(language), next }, next.sentence);
}
