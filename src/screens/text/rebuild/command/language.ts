import { type RestoreCommandMessages, restoreCommandMessagesFor } from "../../restored/command/language";
import { withOwnSentences } from "../../restore/own-sentences";
import { textsIn } from "../../texts-in";
import { type RebuildMessages, rebuildTextsIn } from "../language";
import { rebuildCommandTexts as en } from "./en";
import { rebuildCommandTexts as ja } from "./ja";
import type { RebuildCommandTexts } from "./messages";
import { rebuildCommandTexts as zh } from "./zh";

/** The texts of the command that makes apps anew. */
export interface RebuildCommandMessages extends RestoreCommandMessages, RebuildMessages {
  restore: RestoreCommandMessages["restore"];
  restored: RestoreCommandMessages["restored"];
  next: RebuildCommandTexts;
}

/** @param language as in `messagesFor` */
export function rebuildCommandMessagesFor(language: string): RebuildCommandMessages {
  const next = textsIn(language, { ja, en, zh });
  return withOwnSentences({ ...restoreCommandMessagesFor(language), ...rebuildTextsIn(language), next }, next.sentence);
}
