import type { ErrorCode, ErrorFacts } from "../../../domain/errors";
import { textsIn } from "../texts-in";
import { type AuditorMessages, auditorMessagesFor } from "../verify/language";
import { restoreTexts as en } from "./en";
import { restoreTexts as ja } from "./ja";
import type { RestoreMessages } from "./messages";
import { restoreTexts as zh } from "./zh";

/** The texts for whoever compares an archive with kintone: an archive is verified first. */
export interface RestorerMessages extends AuditorMessages {
  restore: RestoreMessages;
}

/** @param language as in `messagesFor` */
export function restorerMessagesFor(language: string): RestorerMessages {
  const messages = auditorMessagesFor(language);
  const restore = textsIn(language, { ja, en, zh });
  const sentence = { ...messages.problem.sentence };
  for (const [code, own] of Object.entries(restore.sentence)) {
    const ofBackup = sentence[code as ErrorCode];
    sentence[code as ErrorCode] = (facts: ErrorFacts) => own(facts) ?? ofBackup(facts);
  }
  return { ...messages, restore, problem: { ...messages.problem, sentence } };
}
