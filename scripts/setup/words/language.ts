import { en } from "./en";
import { ja } from "./ja";
import type { SetUpWords } from "./words";
import { zh } from "./zh";

/** @param language `ja`, `zh`, or anything else for English */
export function setUpWordsIn(language: string): SetUpWords {
  if (language === "ja") return ja;
  return language === "zh" ? zh : en;
}

/** Of a terminal: the first that is set decides, as with gettext. Chinese in traditional characters has no texts. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): string {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^zh[_-](TW|HK|Hant)/i.test(locale) ? "en" : locale.slice(0, 2).toLowerCase();
}
