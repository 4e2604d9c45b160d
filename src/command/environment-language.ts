/**
 * The language of a terminal: of `LC_ALL`, `LC_MESSAGES` and `LANG` the first that is set decides, as with gettext. Chinese in
 * traditional characters has no texts, and is not taken for the simplified one.
 */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): string {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^zh[_-](TW|HK|MO|Hant)/i.test(locale) ? "zh-TW" : locale.slice(0, 2).toLowerCase();
}
