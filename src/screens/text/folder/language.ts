import type { Messages } from "../run/messages";
import { textsIn } from "../texts-in";
import { folderEn } from "./en";
import { folderJa } from "./ja";
import { folderZh } from "./zh";

/** The same texts, for somebody whose volumes go into a folder: nobody is sent to the settings of a browser. */
export function forFolder<Texts extends Messages>(messages: Texts): Texts {
  const { notDelivered, short } = textsIn(messages.locale, { ja: folderJa, en: folderEn, zh: folderZh });
  return {
    ...messages,
    problem: { ...messages.problem, sentence: { ...messages.problem.sentence, DELIVERY_FAILED: notDelivered } },
    room: { ...messages.room, short },
  };
}
