/**
 * Of the same texts in each language, those for a user. `zh` is simplified Chinese; `zh-TW` gets English, as kintone's own
 * words in traditional Chinese are others (應用程式 for 应用, 回覆 for 回复), and half-foreign ones would be guesses.
 */
export function textsIn<Texts>(language: string, texts: Readonly<Record<"ja" | "en" | "zh", Texts>>): Texts {
  return language === "ja" || language === "zh" ? texts[language] : texts.en;
}
