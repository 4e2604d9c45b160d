import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "../../../scripts/root";
import { backupStatusMessagesFor } from "../../../src/screens/text/backup-status/language";
import { overviewMessagesFor } from "../../../src/screens/text/history/language";
import { restoreCommandMessagesFor } from "../../../src/screens/text/restored/command/language";
import { restoringMessagesFor } from "../../../src/screens/text/restoring/language";
import { adminMessagesFor } from "../../../src/screens/text/settings/language";
import { DEFAULT_SETTINGS, SETTINGS_LIMITS, type SettingName } from "../../../src/settings/settings";
import type { ProblemReason } from "../../../src/settings/problem";

const messagesIn = (language: string) => ({
  ...overviewMessagesFor(language),
  ...restoringMessagesFor(language),
  ...restoreCommandMessagesFor(language),
  ...adminMessagesFor(language),
  backupStatus: backupStatusMessagesFor(language),
});
const LANGUAGES = ["ja", "en", "zh"].map(messagesIn);

/** Every text that takes no values, with the way to it. */
function constants(node: object, way = ""): Array<[string, string]> {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): Array<[string, string]> => {
    if (typeof value === "string") return [[`${way}${key}`, value]];
    return typeof value === "object" && value !== null ? constants(value, `${way}${key}.`) : [];
  });
}

describe.each(LANGUAGES)("texts in $locale", (messages) => {
  it.each(constants(messages))("%s is said", (_, text) => expect(text.trim()).not.toBe(""));

  it.each(Object.keys(messages.settings.reason) as ProblemReason[])(
    "reason %s reads well with and without facts",
    (reason) => {
      for (const facts of [{}, { min: 1, max: 20 }, { max: 64 }, { characters: "/\u200b" }]) {
        expect(messages.settings.reason[reason](facts)).not.toMatch(/undefined|NaN|\[object|\u200b/);
      }
    },
  );

  it("shows the limits of the settings in their hints", () => {
    const { hint } = messages.settings;
    expect(hint.filePrefix(SETTINGS_LIMITS.filePrefix)).toContain("64");
    expect(hint.volumeLimitMiB(SETTINGS_LIMITS.volumeLimitMiB)).toMatch(/64.*3,072/);
    expect(hint.requestsAtOnce(SETTINGS_LIMITS.requestsAtOnce)).toMatch(/1.*20/);
  });

  it("labels every setting that a person chooses", () => {
    const names = Object.keys(DEFAULT_SETTINGS).filter((name): name is SettingName => name !== "version");
    const { label, switch: switches } = messages.settings;
    expect(Object.keys({ ...label, ...switches }).sort()).toEqual(names.sort());
  });
});

it("says the same in every language", () => {
  // Where a reason needs words of its own is a matter of grammar: English has "it" and "them". What is assumed of kintone is written in English
  // in its list already; the compiler sees to it that the other languages have all of it.
  const isApart = (way: string) => /^(readme\.ownReason|settings\.environment\.words)\./.test(way);
  const [ways, ...others] = LANGUAGES.map((messages) =>
    constants(messages).flatMap(([way]) => (isApart(way) ? [] : [way])),
  );
  for (const other of others) expect(other).toEqual(ways);
});

/** Where the words of a language are written down. */
function sources(language: string): string[] {
  const ofLanguage = new RegExp(`(^|-)${language}\\.ts$`);
  return ["src/screens/text", "scripts/setup/words", "scripts/customize/words"].flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
      .filter(({ name }) => ofLanguage.test(name))
      .map(({ parentPath, name }) => `${parentPath}/${name}`),
  );
}

describe("the characters", () => {
  // Of each of these, the other language writes another: 応/应, 録/录, 設/设, 読/读, 実/实, 対/对, 権/权, 検/检.
  it.each([
    ["ja", /[应录设读请执页览问关闭过进还这说务]/u],
    ["zh", /[ぁ-ゖァ-ー「」応録設読実対権検変続込経済総満]/u],
  ])("of %s are its own", (language, foreign) => {
    const files = sources(language);
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) expect(foreign.exec(readFileSync(file, "utf8"))?.[0], file).toBeUndefined();
  });
});
