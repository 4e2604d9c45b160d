import { textsIn } from "../texts-in";
import { placeVerbsEn } from "./en";
import { placeVerbsJa } from "./ja";
import type { PlaceVerbMessages } from "./messages";
import { placeVerbsZh } from "./zh";

export function placeVerbMessagesFor(language: string): PlaceVerbMessages {
  return textsIn(language, { ja: placeVerbsJa, en: placeVerbsEn, zh: placeVerbsZh });
}
