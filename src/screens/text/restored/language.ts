import type { ErrorCode, ErrorFacts } from "../../../domain/errors";
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
  const messages = restorePreflightMessagesFor(language);
  const restored = textsIn(language, { ja, en, zh });
  const sentence = { ...messages.problem.sentence };
  for (const [code, own] of Object.entries(restored.sentence)) {
    const ofComparison = sentence[code as ErrorCode];
    sentence[code as ErrorCode] = (facts: ErrorFacts) => own(facts) ?? ofComparison(facts);
  }
  return { ...messages, restored, problem: { ...messages.problem, sentence } };
}
