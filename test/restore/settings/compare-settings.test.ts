import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSettings } from "../../../src/restore/settings/compare-settings";
import type { Place, SettingDifference } from "../../../src/restore/settings/settings-comparison";
import { SAMPLE, sideOf } from "./sample-settings";

type Answers = Record<string, unknown>;

const differencesOf = (before: Answers, after: Answers, hasSameIds = true): SettingDifference[] =>
  compareSettings(sideOf(before), sideOf(after), hasSameIds).compared.flatMap(({ differences }) => differences);

/** In the way of a sentence: `view 受注 > filterCond: changed`. */
const told = ({ where, change }: SettingDifference) => `${where.map(placeText).join(" > ")}: ${change}`;
const placeText = (place: Place) => ("property" in place ? place.property : `${place.thing} ${place.name}`);

/** Lines that the sample has several times are several then. */
const copyOf = (value: unknown) => JSON.parse(JSON.stringify(value)) as any;

/** The sample, in one setting of which something is another. */
function changed(setting: string, change: (answer: any) => void): Answers {
  const answer = copyOf(SAMPLE[setting]);
  change(answer);
  return { ...SAMPLE, [setting]: answer };
}
const tellsOf = (setting: string, change: (answer: any) => void) =>
  differencesOf(SAMPLE, changed(setting, change)).map(told);

/** The same with members of objects in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, seed));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, shuffled(member, seed)] as const);
  const turn = seed % Math.max(1, entries.length);
  return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)].reverse());
}

/** Ways to everything in a value that is no object. */
function leavesOf(value: unknown, way: Array<string | number> = []): Array<Array<string | number>> {
  if (typeof value !== "object" || value === null) return [way];
  return Object.entries(value).flatMap(([name, member]) =>
    leavesOf(member, [...way, Array.isArray(value) ? Number(name) : name]),
  );
}

/** What means nothing: ids, revisions, when something was changed, and the number that stands for an order. */
const MEANS_NOTHING =
  /(^|\.)(revision|modifiedAt|modifier\..*|threadId|index|elementId)$|^app\.creator\.name$|^(app\/(views|reports|actions)|record\/acl)\..*\.id$/;

const LEAVES = leavesOf(SAMPLE).filter((way) => !MEANS_NOTHING.test(way.join(".")));

function withLeaf(way: ReadonlyArray<string | number>, value: unknown): Answers {
  const whole = copyOf(SAMPLE) as Answers;
  const holder = way.slice(0, -1).reduce((found: any, name) => found[name], whole);
  holder[way.at(-1)!] = value;
  return whole;
}

/** Of all settings, the one that a way is in. */
const only = (answers: Answers, [setting = ""]: ReadonlyArray<string | number>) => ({ [setting]: answers[setting] });

describe("what is equal", () => {
  it("has no differences, whatever the order of members is", () => {
    fc.assert(
      fc.property(fc.nat(20), (seed) => {
        expect(differencesOf(SAMPLE, shuffled(SAMPLE, seed) as Answers)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it("is so with other ids, revisions and moments", () => {
    const other = copyOf(SAMPLE);
    for (const answer of Object.values(other) as any[]) answer.revision = "99";
    for (const view of Object.values(other["app/views"].views) as any[]) view.id = `9${view.id}`;
    other["record/acl"].rights.forEach((right: any) => (right.id = `7${right.id}`));
    other.app.modifiedAt = "2026-11-30T00:00:00Z";
    other.app.modifier = { code: "sato", name: "佐藤" };
    expect(differencesOf(SAMPLE, other, false)).toEqual([]);
  });
});

describe("whatever is another", () => {
  it("is found, wherever it is", () => {
    expect(LEAVES.length).toBeGreaterThan(150);
    const unfound = LEAVES.filter(
      (way) => differencesOf(only(SAMPLE, way), only(withLeaf(way, "planted!"), way)).length === 0,
    );
    expect(unfound).toEqual([]);
  });

  it("is found, whatever it is, and nothing beside the setting that it is in", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LEAVES), fc.jsonValue({ maxDepth: 1 }), (way, planted) => {
        const before = way.reduce((found: any, name) => found[name], SAMPLE);
        fc.pre(canonical(planted) !== canonical(before));
        const { compared } = compareSettings(sideOf(SAMPLE), sideOf(withLeaf(way, planted)), true);
        const found = compared.filter(({ differences }) => differences.length > 0).map(({ setting }) => setting);
        expect(found, way.join(".")).toEqual([String(way[0]).replace(/\/aaaa$/, "")]);
      }),
      { numRuns: 100 },
    );
  });

  it("is found beside others: each of two changes in one setting", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LEAVES), fc.constantFrom(...LEAVES), (one, other) => {
        fc.pre(one[0] === other[0] && one.join() !== other.join() && !String(one[0]).includes("plugin/config"));
        // What is in a table that is none any more went with it.
        fc.pre(one.at(-1) !== "type" && other.at(-1) !== "type");
        const both = withLeaf(one, "planted!");
        const holder = other.slice(0, -1).reduce((found: any, name) => found?.[name], both);
        fc.pre(typeof holder === "object" && holder !== null);
        holder[other.at(-1)!] = "planted, too!";
        const values = differencesOf(only(SAMPLE, one), only(both, one)).map((each) => JSON.stringify(each));
        expect(values.some((text) => text.includes("planted!"))).toBe(true);
        expect(values.some((text) => text.includes("planted, too!"))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("is found in a setting that nobody knows yet, and only when it is another", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 }), (one, other) => {
        const found = differencesOf({ "app/new": { of: one } }, { "app/new": { of: other } });
        expect(found.length > 0).toBe(canonical(one) !== canonical(other));
      }),
    );
  });
});

const canonical = (value: unknown): string => JSON.stringify(sorted(value));
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, sorted(member)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe("by the name of the thing", () => {
  it.each<[string, (answer: any) => void, string[]]>([
    [
      "app/form/fields",
      ({ properties }) => (properties.price.required = true),
      ["properties > field price > required: changed"],
    ],
    ["app/form/fields", ({ properties }) => delete properties.price, ["properties > field price: removed"]],
    [
      "app/form/fields",
      ({ properties }) => (properties.明細.fields.数量.label = "個数"),
      ["properties > field 明細 > fields > field 数量 > label: changed"],
    ],
    [
      "app/form/fields",
      ({ properties }) => delete properties.状況.options.見積,
      ["properties > field 状況 > options > option 見積: removed"],
    ],
    [
      "app/form/fields",
      ({
        properties: {
          状況: { options },
        },
      }) => ([options.見積.index, options.失注.index] = ["3", "0"]),
      [
        "properties > field 状況 > options > option 失注: moved",
        "properties > field 状況 > options > option 受注: moved",
      ],
    ],
    [
      "app/form/fields",
      ({ properties }) => {
        properties.kakaku = { ...properties.price, code: "kakaku" };
        delete properties.price;
      },
      ["properties > field price > code: changed"],
    ],
    ["app/form/fields", ({ properties }) => properties.顧客.lookup.fieldMappings.reverse(), []],
    [
      "app/form/fields",
      ({ properties }) => properties.顧客.lookup.lookupPickerFields.reverse(),
      ["properties > field 顧客 > lookup > lookupPickerFields > field 住所: moved"],
    ],
    ["app/views", ({ views }) => (views.受注.filterCond = ""), ["views > view 受注 > filterCond: changed"]],
    ["app/views", ({ views }) => ([views.すべて.index, views.受注.index] = ["1", "0"]), ["views > view 受注: moved"]],
    [
      "app/views",
      ({ views }) => views.すべて.fields.push("担当"),
      ["views > view すべて > fields > field 担当: added"],
    ],
    [
      "app/views",
      ({ views }) => {
        views.成約 = { ...views.受注, name: "成約", filterCond: "x" };
        delete views.受注;
      },
      ["views > view 受注 > name: changed", "views > view 受注 > filterCond: changed"],
    ],
    ["app/status", ({ actions }) => (actions[1].to = "未処理"), ["actions > transition 承認 > to: changed"]],
    ["app/status", ({ states }) => states.承認待ち.assignee.entities.reverse(), []],
    [
      "app/status",
      ({ states }) => states.承認待ち.assignee.entities.pop(),
      ["states > state 承認待ち > assignee > entities > who sales: removed"],
    ],
    ["app/acl", ({ rights }) => rights.reverse(), ["rights > who everyone: moved", "rights > who tanaka: moved"]],
    ["app/acl", ({ rights }) => (rights[2].recordAddable = true), ["rights > who everyone > recordAddable: changed"]],
    [
      "record/acl",
      ({ rights }) => rights[0].entities.reverse(),
      ['rights > rule 状況 in ("失注") > entities > who everyone: moved'],
    ],
    [
      "record/acl",
      ({ rights }) => (rights[0].filterCond = "x"),
      ['rights > rule 状況 in ("失注") > filterCond: changed'],
    ],
    ["field/acl", ({ rights }) => rights.reverse(), []],
    ["app/notifications/perRecord", ({ notifications }) => notifications.reverse(), []],
    [
      "app/notifications/perRecord",
      ({ notifications }) => (notifications[0].title = "大型"),
      ["notifications > notification 高額 > title: changed"],
    ],
    [
      "app/reports",
      ({ reports }) => (reports.月別.groups[0].per = "YEAR"),
      ["reports > graph 月別 > groups > entry 日付 > per: changed"],
    ],
    [
      "app/customize",
      ({ desktop }) => (desktop.js[1].file.sha256 = "cc"),
      ["desktop > js > file main.js > file > sha256: changed"],
    ],
    ["app/customize", ({ desktop }) => desktop.js.reverse(), ["desktop > js > file main.js: moved"]],
    ["app/plugin/config/aaaa", ({ config }) => (config.token = "another"), ["plugin aaaa: hidden"]],
    [
      "app/categories",
      ({ categories }) => delete categories.国内.children.大阪,
      ["categories > category 国内 > children > category 大阪: removed"],
    ],
    [
      "app/form/layout",
      ({ layout }) => layout.reverse(),
      [
        "layout > field 詳細: moved",
        "layout > field 明細: moved",
        "layout > label 説明: moved",
        "layout > line : moved",
      ],
    ],
    ["app/form/layout", ({ layout }) => layout[0].fields.reverse(), ["layout > field price: moved"]],
    [
      "app/form/layout",
      ({ layout }) => layout.splice(1, 0, { type: "ROW", fields: layout[0].fields.splice(1) }),
      ["layout > field price: moved"],
    ],
    ["app/form/layout", ({ layout }) => layout[0].fields.shift(), ["layout > field 件名: removed"]],
    [
      "app/form/layout",
      ({ layout }) => layout[0].fields.push(layout[3].layout[0].fields.shift()),
      ["layout > field 状況: moved"],
    ],
    [
      "app/form/layout",
      ({ layout }) => (layout[0].fields[0].size.width = "400"),
      ["layout > field 件名 > size > width: changed"],
    ],
  ])("%s %#", (setting, change, expected) => {
    expect(tellsOf(setting, change)).toEqual(expected);
  });

  it("tells the name of the app once", () => {
    const renamed = {
      app: { ...SAMPLE.app, name: "商談" },
      "app/settings": { ...SAMPLE["app/settings"], name: "商談" },
    };
    const found = compareSettings(sideOf(SAMPLE), sideOf({ ...SAMPLE, ...renamed }), true).compared;
    expect(found.flatMap(({ setting, differences }) => differences.map((each) => `${setting} ${told(each)}`))).toEqual([
      "app/settings name: changed",
    ]);
  });

  it("says nothing of a plug-in's configuration", () => {
    const after = changed("app/plugin/config/aaaa", ({ config }) => (config.token = "another"));
    expect(JSON.stringify(compareSettings(sideOf(SAMPLE), sideOf(after), true))).not.toMatch(/geheim|another|token/);
  });
});

describe("what one side does not tell", () => {
  it("is told as not compared, and is no difference", () => {
    const { "app/views": _views, ...others } = SAMPLE;
    const { compared, notCompared } = compareSettings(sideOf(others), sideOf(SAMPLE), true);
    expect(compared.every(({ setting, differences }) => setting !== "app/views" && differences.length === 0)).toBe(
      true,
    );
    expect(notCompared).toEqual([{ setting: "app/views", side: "before", why: { reason: "not-archived" } }]);
  });

  it("is passed over where another setting says that there is none", () => {
    const { "app/plugin/config/aaaa": _config, ...others } = SAMPLE;
    const without = { ...others, "app/plugins": { plugins: [], revision: "8" } };
    const space = { ...SAMPLE, space: { id: "1", name: "x" } };
    expect(compareSettings(sideOf(space), sideOf(without), true).notCompared).toEqual([]);
  });
});

describe("names in languages", () => {
  const inEnglish = (views: object) => ({
    states: new Map([
      [
        "app/views",
        {
          ...{ answer: SAMPLE["app/views"], unreadFiles: [] },
          languages: { en: { answer: { views }, languages: {}, unreadFiles: [] } },
        },
      ],
    ]),
    whyAbsent: () => ({ reason: "not-archived" as const }),
  });
  const all = (name: string) => ({ [name]: { ...(SAMPLE["app/views"] as any).views.すべて, name } });

  it("are compared beside the default ones", () => {
    const { compared } = compareSettings(inEnglish(all("All")), inEnglish(all("Everything")), true);
    expect(compared[0]!.differences).toEqual([
      {
        ...{ change: "changed", before: "All", after: "Everything" },
        where: [{ property: "views" }, { thing: "view", name: "すべて" }, { property: "name@en" }],
      },
    ]);
    expect(compareSettings(inEnglish(all("All")), inEnglish(all("All")), true).compared[0]!.differences).toEqual([]);
  });

  it("that one side could not read are told as not compared", () => {
    const unread = { ...inEnglish(all("All")) };
    const state = { ...unread.states.get("app/views")!, languages: { en: { unread: { reason: "failed" as const } } } };
    const { compared, notCompared } = compareSettings(
      inEnglish(all("All")),
      { ...unread, states: new Map([["app/views", state]]) },
      true,
    );
    expect(compared[0]!.differences).toEqual([]);
    expect(notCompared).toEqual([{ setting: "app/views", language: "en", side: "after", why: { reason: "failed" } }]);
  });
});
