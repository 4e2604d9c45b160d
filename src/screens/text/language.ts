import { en } from "./en";
import { ja } from "./ja";
import type { Messages } from "./messages";
import { zh } from "./zh";

/**
 * The texts for a user.
 *
 * @param language as `kintone.getLoginUser().language` gives it (`ja`, `en`, `zh`, `zh-TW`, `es`, `pt-BR`, `th`). What has
 * no texts gets English, as kintone itself does with languages it does not know (cybozu.dev, "kintone.getLoginUser").
 */
export function messagesFor(language: string): Messages {
  return textsIn(language, { ja, en, zh });
}

/**
 * Of the same texts in each language, those for a user. `zh` is simplified Chinese; `zh-TW` gets English, as kintone's own
 * words in traditional Chinese are others (應用程式 for 应用, 回覆 for 回复), and half-foreign ones would be guesses.
 */
export function textsIn<Texts>(language: string, texts: Readonly<Record<"ja" | "en" | "zh", Texts>>): Texts {
  return language === "ja" || language === "zh" ? texts[language] : texts.en;
}
