import { readmeMessagesFor } from "../readme/language";
import type { ReadmeMessages } from "../readme/messages";
import { messagesFor } from "../run/language";
import type { Messages } from "../run/messages";
import { textsIn } from "../texts-in";
import { verifyTexts as en } from "./en";
import { verifyTexts as ja } from "./ja";
import type { VerifyMessages } from "./messages";
import { verifyTexts as zh } from "./zh";

/** The texts for whoever checks an archive. */
export interface AuditorMessages extends Messages {
  verify: VerifyMessages;
  /** Gaps are told in the words of the archive's own `README.txt`. */
  readme: ReadmeMessages;
}

/** @param language as in `messagesFor` */
export function auditorMessagesFor(language: string): AuditorMessages {
  const messages = messagesFor(language);
  return { ...messages, verify: textsIn(language, { ja, en, zh }), readme: readmeMessagesFor(language) };
}
