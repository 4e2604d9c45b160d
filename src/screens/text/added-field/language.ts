import type { WhyNotAdded } from "../../../restore/settings/added-field/field-to-add";
import { harmlessLine } from "../harmless";
import type { Messages } from "../run/messages";
import { describeProblem } from "../run/problem-sentence";
import { textsIn } from "../texts-in";
import { addedFieldTexts as en } from "./en";
import { addedFieldTexts as ja } from "./ja";
import type { AddedFieldTexts } from "./messages";
import { addedFieldTexts as zh } from "./zh";

/** @param language as in `messagesFor` */
export const addedFieldTextsIn = (language: string): AddedFieldTexts => textsIn(language, { ja, en, zh });

/** Why a field is not added, with kintone's reason where there is one. */
export function describeWhyNotAdded(messages: Messages, texts: AddedFieldTexts, why: WhyNotAdded): string {
  const say = texts.whyNot[why.reason] as (told: WhyNotAdded) => string;
  const sentence = harmlessLine(say(why));
  return why.reason === "related-app" ? `${sentence} ${describeProblem(messages, { error: why.error })}` : sentence;
}
