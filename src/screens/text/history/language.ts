import { inspectorMessagesFor, type InspectorMessages } from "../chain/language";
import { textsIn } from "../texts-in";
import { historyTexts as en } from "./en";
import { historyTexts as ja } from "./ja";
import type { HistoryMessages } from "./messages";
import { historyTexts as zh } from "./zh";

/** The texts for whoever looks at the history as a whole. */
export interface OverviewMessages extends InspectorMessages {
  history: HistoryMessages;
}

/** @param language as in `messagesFor` */
export function overviewMessagesFor(language: string): OverviewMessages {
  return { ...inspectorMessagesFor(language), history: textsIn(language, { ja, en, zh }) };
}
