import { type ComparisonCommandMessages, comparisonCommandMessagesFor } from "../restore/command/language";
import { type PreflightMessages, restorePreflightMessagesFor } from "../restore/preflight/language";
import { textsIn } from "../texts-in";
import { rehearsalTexts as en } from "./en";
import { rehearsalTexts as ja } from "./ja";
import type { RehearsalTexts } from "./messages";
import { rehearsalTexts as zh } from "./zh";

/** The texts for whoever rehearses: an archive is chosen as for a comparison, and what is found is told as before a restore. */
export interface RehearsalMessages extends ComparisonCommandMessages, Pick<PreflightMessages, "preflight"> {
  rehearsal: RehearsalTexts;
}

/** @param language as in `messagesFor` */
export function rehearsalMessagesFor(language: string): RehearsalMessages {
  const { preflight } = restorePreflightMessagesFor(language);
  return { ...comparisonCommandMessagesFor(language), preflight, rehearsal: textsIn(language, { ja, en, zh }) };
}
