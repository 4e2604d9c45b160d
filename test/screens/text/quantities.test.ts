import { describe, expect, it } from "vitest";
import { quantitiesIn } from "../../../src/screens/text/quantities";
import { messagesFor } from "../../../src/screens/text/run/language";

describe("quantities", () => {
  const en = quantitiesIn("en");
  const ja = quantitiesIn("ja");

  it.each([
    [0, "0 bytes"],
    [1023, "1,023 bytes"],
    [1024, "1 kB"],
    [1536, "1.5 kB"],
    [5 * 1024 ** 4, "5 TB"],
    [5000 * 1024 ** 4, "5,000 TB"],
  ])("%i bytes are %s", (bytes, written) => expect(en.bytes(bytes)).toBe(written));

  it.each([
    [0.2, "0 sec"],
    [59.4, "59 sec"],
    [59.6, "1 min 0 sec"],
    [415, "6 min 55 sec"],
    [3 * 3600 + 65, "3 hr 1 min"],
  ])("%f seconds are %s", (seconds, written) => expect(en.duration(seconds)).toBe(written));

  it("writes Japanese units in Japanese", () => expect(ja.duration(415)).toBe("6 分 55 秒"));

  it("tells what is no date", () => {
    expect(en.moment("2026-11-23T03:00:00Z")).toMatch(/2026/);
    expect(en.moment("yesterday")).toBeUndefined();
  });
});

describe("messagesFor", () => {
  it.each([
    ["ja", "ja"],
    ["en", "en"],
    ["zh", "zh"],
    ["zh-TW", "en"],
    ["th", "en"],
  ])("gives a user of %s the texts in %s", (language, locale) => expect(messagesFor(language).locale).toBe(locale));
});
