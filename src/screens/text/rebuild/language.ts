import type { RestoredMessages } from "../restored/language";
import { textsIn } from "../texts-in";
import { rebuildTexts as en } from "./en";
import { rebuildTexts as ja } from "./ja";
import type { RebuildNext, RebuildTexts } from "./messages";
import { recordsTexts as recordsEn } from "./records/en";
import { recordsTexts as recordsJa } from "./records/ja";
import type { RecordsTexts } from "./records/messages";
import { recordsTexts as recordsZh } from "./records/zh";
import { rebuildTexts as zh } from "./zh";

const ofRecords = { ja: recordsJa, en: recordsEn, zh: recordsZh };

/** The texts for whoever makes apps anew: an archive is chosen, and records are put back, as by a restore. */
export interface RebuildMessages extends RestoredMessages {
  rebuild: RebuildTexts;
  records: RecordsTexts;
  next: RebuildNext;
}

/** What the command and the screen say alike. */
export const rebuildTextsIn = (language: string): Pick<RebuildMessages, "rebuild" | "records"> => ({
  rebuild: textsIn(language, { ja, en, zh }),
  records: textsIn(language, ofRecords),
});
