import { textsIn } from "../texts-in";
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
