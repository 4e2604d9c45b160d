import { messagesFor } from "../run/language";
import type { Messages } from "../run/messages";
import { textsIn } from "../texts-in";
import { chainTexts as en } from "./en";
import { chainTexts as ja } from "./ja";
import type { ChainMessages } from "./messages";
import { chainTexts as zh } from "./zh";

/** The texts for whoever checks the history. */
export interface InspectorMessages extends Messages {
  chain: ChainMessages;
}

/** @param language as in `messagesFor` */
export function inspectorMessagesFor(language: string): InspectorMessages {
  const messages = messagesFor(language);
  return { ...messages, chain: textsIn(language, { ja, en, zh }) };
}
