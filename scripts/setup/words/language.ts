import { textsIn } from "../../../src/screens/text/texts-in";
import { en } from "./en";
import { ja } from "./ja";
import type { SetUpWords } from "./words";
import { zh } from "./zh";

/** @param language as in `languageOf` */
export function setUpWordsIn(language: string): SetUpWords {
  return textsIn(language, { ja, en, zh });
}
