import { type RestoreCommandMessages, restoreCommandMessagesFor } from "../restored/command/language";
import { withOwnSentences } from "../restore/own-sentences";
import { textsIn } from "../texts-in";
import { rebuildTexts as en } from "./en";
import { rebuildTexts as ja } from "./ja";
import type { RebuildTexts } from "./messages";
import { recordsTexts as recordsEn } from "./records/en";
import { recordsTexts as recordsJa } from "./records/ja";
import type { RecordsTexts } from "./records/messages";
import { recordsTexts as recordsZh } from "./records/zh";
import { rebuildTexts as zh } from "./zh";

const ofRecords = { ja: recordsJa, en: recordsEn, zh: recordsZh };

/** The texts for whoever makes apps anew: an archive is chosen, and records are put back, as by a restore. */
export interface RebuildMessages extends RestoreCommandMessages {
  rebuild: RebuildTexts;
  records: RecordsTexts;
}

/** @param language as in `messagesFor` */
export function rebuildMessagesFor(language: string): RebuildMessages {
  const rebuild = textsIn(language, { ja, en, zh });
  const records = textsIn(language, ofRecords);
  return withOwnSentences({ ...restoreCommandMessagesFor(language), rebuild, records }, rebuild.sentence);
}
