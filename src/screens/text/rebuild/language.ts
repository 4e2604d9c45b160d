import { type RestoreCommandMessages, restoreCommandMessagesFor } from "../restored/command/language";
import { withOwnSentences } from "../restore/own-sentences";
import { textsIn } from "../texts-in";
import { rebuildTexts as en } from "./en";
import { rebuildTexts as ja } from "./ja";
import type { RebuildTexts } from "./messages";
import { rebuildTexts as zh } from "./zh";

/** The texts for whoever makes apps anew: an archive is chosen, and records are put back, as by a restore. */
export interface RebuildMessages extends RestoreCommandMessages {
  rebuild: RebuildTexts;
}

/** @param language as in `messagesFor` */
export function rebuildMessagesFor(language: string): RebuildMessages {
  const rebuild = textsIn(language, { ja, en, zh });
  return withOwnSentences({ ...restoreCommandMessagesFor(language), rebuild }, rebuild.sentence);
}
