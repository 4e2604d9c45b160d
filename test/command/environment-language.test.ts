import { expect, it } from "vitest";
import { languageOf } from "../../src/command/environment-language";

it.each([
  [{ LANG: "ja_JP.UTF-8" }, "ja"],
  [{ LANG: "ja_JP.UTF-8", LC_ALL: "zh_CN.UTF-8" }, "zh"],
  [{ LANG: "en_US.UTF-8", LC_MESSAGES: "ja_JP.UTF-8" }, "ja"],
  [{ LANG: "ja_JP.UTF-8", LC_ALL: "" }, "ja"],
  [{ LANG: "zh_TW.UTF-8" }, "zh-TW"],
  [{ LANG: "zh-Hant-HK" }, "zh-TW"],
  [{}, ""],
])("%j speaks %s", (environment, language) => expect(languageOf(environment)).toBe(language));
