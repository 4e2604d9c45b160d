import { inspectorMessagesFor, type InspectorMessages } from "../chain/language";
import { quantitiesIn } from "../quantities";
import { historyTexts as en } from "./en";
import { historyTexts as ja } from "./ja";
import type { HistoryMessages } from "./messages";
import { historyTexts as zh } from "./zh";

/** The texts for whoever looks at the history as a whole. */
export interface OverviewMessages extends InspectorMessages {
  history: HistoryMessages;
}

/**
 * @param language as in `messagesFor`; simplified Chinese has texts here, traditional Chinese has none. What is shared with
 * other screens is English for it, as it is there.
 */
export function overviewMessagesFor(language: string): OverviewMessages {
  const messages = inspectorMessagesFor(language);
  if (language !== "zh") return { ...messages, history: language === "ja" ? ja : en };
  const { status = messages.status } = zh;
  return { ...messages, locale: "zh", quantities: quantitiesIn("zh"), status, history: zh };
}
