import { describe, expect, it } from "vitest";
import { compareSettings } from "../../../src/restore/settings/compare-settings";
import type { SettingDifference } from "../../../src/restore/settings/settings-comparison";
import { comparedSettingsTextsIn } from "../../../src/screens/text/compared-settings/language";
import { describeSettingDifference } from "../../../src/screens/text/compared-settings/setting-lines";
import { SAMPLE, sideOf } from "../../restore/settings/sample-settings";

/** Each value of the sample, as if it had been another. */
const EVERYTHING = Object.entries(SAMPLE).flatMap(([setting, answer]) =>
  planted(answer).map((other) => [setting, other] as const),
);

function planted(answer: object): unknown[] {
  const whole = JSON.stringify(answer);
  const ways: string[][] = [];
  const look = (value: unknown, way: string[]): void => {
    if (typeof value !== "object" || value === null) ways.push(way);
    else for (const [name, member] of Object.entries(value)) look(member, [...way, name]);
  };
  look(answer, []);
  return ways.map((way) => {
    const copy = JSON.parse(whole) as Record<string, unknown>;
    const holder = way.slice(0, -1).reduce((found: any, name) => found[name], copy);
    holder[way.at(-1)!] = "planted";
    return copy;
  });
}

const differences: SettingDifference[] = EVERYTHING.flatMap(([setting, other]) =>
  compareSettings(sideOf({ [setting]: SAMPLE[setting] }), sideOf({ [setting]: other }), true).compared.flatMap(
    (compared) => compared.differences,
  ),
);

/** What the sample's own names and kintone's constants leave of a line. */
const words = (line: string) => line.replaceAll(/["“「][^"”」]*["”」]/g, "").replaceAll(/\([^)]*\)|（[^）]*）/g, "");

describe.each(["ja", "en", "zh"] as const)("in %s", (language) => {
  const texts = comparedSettingsTextsIn(language);
  const lines = differences.map((difference) => describeSettingDifference(texts, difference));

  it("everything that can be another has words", () => {
    expect(lines.length).toBeGreaterThan(200);
    expect(lines.filter((line) => /undefined|\[object|^:/.test(line))).toEqual([]);
    // Of kintone's own names for properties: `enableComments`.
    expect([
      ...new Set(lines.map(words).filter((line) => /[a-z][A-Z]/.test(line) && !/JavaScript/.test(line))),
    ]).toEqual([]);
  });

  it("places are told for lists and for forms", () => {
    const where = [{ thing: "view" as const, name: "A" }];
    const moved = { change: "moved", where, before: 3, after: { in: "G", row: 2, position: 1 } } as const;
    const line = describeSettingDifference(texts, moved);
    for (const part of ["A", "3", "G", "2", "1"]) expect(line).toContain(part);
  });
});

it("nothing in a name or a value does anything to a terminal", () => {
  const difference: SettingDifference = {
    ...{ change: "changed", before: "a\u001b[2J", after: "b\nc" },
    where: [{ thing: "view", name: "\u001b[31mred" }, { property: "filterCond" }],
  };
  const line = describeSettingDifference(comparedSettingsTextsIn("en"), difference);
  for (const steering of ["\u001b", "\n"]) expect(line).not.toContain(steering);
});
