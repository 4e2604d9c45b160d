import type { Messages } from "../run/messages";
import { textsIn } from "../texts-in";
import { folderEn } from "./en";
import { folderJa } from "./ja";
import { folderZh } from "./zh";

/** The same texts, for somebody whose volumes go into a folder or to a storage: nobody is sent to the settings of a browser. */
export function forFolder<Texts extends Messages>(messages: Texts): Texts {
  const { notDelivered, atPlace, short } = textsIn(messages.locale, { ja: folderJa, en: folderEn, zh: folderZh });
  // The files of the run while it works lie in the same folder.
  const sentence = { ...messages.problem.sentence, DELIVERY_FAILED: notDelivered, WORKSPACE_FAILED: notDelivered };
  return {
    ...messages,
    problem: { ...messages.problem, sentence, atPlace },
    room: { ...messages.room, short },
  };
}
