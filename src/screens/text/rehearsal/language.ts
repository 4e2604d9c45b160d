import { type PreflightMessages, restorePreflightMessagesFor } from "../restore/preflight/language";
import { textsIn } from "../texts-in";
import { rehearsalTexts as en } from "./en";
import { rehearsalTexts as ja } from "./ja";
import type { RehearsalTexts } from "./messages";
import { rehearsalTexts as zh } from "./zh";

/** The texts for whoever rehearses: what is found is told as before a restore. */
export interface RehearsalMessages extends PreflightMessages {
  rehearsal: RehearsalTexts;
}

/** @param language as in `messagesFor` */
export function rehearsalMessagesFor(language: string): RehearsalMessages {
  return { ...restorePreflightMessagesFor(language), rehearsal: textsIn(language, { ja, en, zh }) };
}
