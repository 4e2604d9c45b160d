import { messagesFor } from "../run/language";
import type { Messages } from "../run/messages";
import { textsIn } from "../texts-in";
import { retentionTexts as en } from "./en";
import { retentionTexts as ja } from "./ja";
import type { RetentionTexts } from "./messages";
import { retentionTexts as zh } from "./zh";

/** The texts for whoever looks after generations. */
export interface KeeperMessages extends Messages {
  retention: RetentionTexts;
}

/** @param language as in `messagesFor` */
export function keeperMessagesFor(language: string): KeeperMessages {
  return { ...messagesFor(language), retention: textsIn(language, { ja, en, zh }) };
}
