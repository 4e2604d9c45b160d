import { describe, expect, it } from "vitest";
import { adminMessagesFor } from "../../../src/screens/text/settings/language";
import { DEFAULT_SETTINGS, SETTINGS_LIMITS, type SettingName } from "../../../src/settings/settings";
import type { ProblemReason } from "../../../src/settings/problem";

const [ja, en] = [adminMessagesFor("ja"), adminMessagesFor("en")];

/** Every text that takes no values, with the way to it. */
function constants(node: object, way = ""): Array<[string, string]> {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): Array<[string, string]> => {
    if (typeof value === "string") return [[`${way}${key}`, value]];
    return typeof value === "object" && value !== null ? constants(value, `${way}${key}.`) : [];
  });
}

describe.each([ja, en])("texts in $locale", (messages) => {
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
    const { label, incremental } = messages.settings;
    expect(Object.keys({ ...label, incremental: incremental.label }).sort()).toEqual(names.sort());
  });
});

it("says in Japanese what is said in English, and the other way round", () => {
  expect(constants(ja).map(([way]) => way)).toEqual(constants(en).map(([way]) => way));
});
