import { describe, expect, it } from "vitest";
import { compileCondition } from "../../src/query/compile-condition";
import { parseCondition } from "../../src/query/parse-condition";
import { context, form, meets, recordOf, rowsOf } from "./asked-app";

/** Each value of the field that the condition finds. */
function found(code: string, values: readonly unknown[], condition: string): unknown[] {
  const test = compileCondition(parseCondition(condition), form, context);
  return values.filter((value) => test(recordOf({ [code]: value })));
}

// Measured by SonicGarden/kintone-emulator, packages/core/tests/api/record/records-query-compare.test.ts.
describe("Numbers", () => {
  const all = ["5", "", "-1", "0", "0.5", "999999999999.9999", "999999999999.9998"];
  const big = all.slice(5);
  it.each([
    ['NUMBER = "05"', ["5"]],
    ['NUMBER = "+5"', ["5"]],
    ["NUMBER = 5E0", ["5"]],
    ['NUMBER = "0.5e1"', ["5"]],
    ['NUMBER = "５"', ["5"]],
    ['NUMBER = "-0"', ["0"]],
    ['NUMBER = ".5"', ["0.5"]],
    ['NUMBER > "999999999999.9998"', ["999999999999.9999"]],
    ['NUMBER = "999999999999.99990"', ["999999999999.9999"]],
    ['NUMBER = ""', [""]],
    ['NUMBER != "0"', ["5", "", "-1", "0.5", ...big]],
    ['NUMBER in ("05", "")', ["5", ""]],
    ['NUMBER not in ("")', ["5", "-1", "0", "0.5", ...big]],
    ["NUMBER < -1000000", [""]],
    ["NUMBER <= -1", ["", "-1"]],
    ["NUMBER >= 0", ["5", "0", "0.5", ...big]],
    ["NUMBER > -1000000", ["5", "-1", "0", "0.5", ...big]],
  ])("%s", (condition, expected) => {
    expect(found("NUMBER", all, condition)).toEqual(expected);
  });

  it("are in order, however long", () => {
    const ordered = [
      "-12345678901234567890.1",
      "-12345678901234567890",
      "-0.1",
      "0.0",
      "1e-20",
      "0.00001",
      "1",
      "100000",
    ];
    for (const [place, number] of ordered.entries()) {
      expect(ordered.filter((other) => meets({ NUMBER: other }, `NUMBER < "${number}"`))).toEqual(
        ordered.slice(0, place),
      );
    }
  });

  it("are ids and record numbers, with the app's code or without", () => {
    expect(meets({ $id: "14" }, '$id = "014"')).toBe(true);
    expect(found("RECORD_NUMBER", ["14", "APP-14", "A-9-14", "APP-140"], "RECORD_NUMBER in (14)")).toHaveLength(3);
    expect(found("RECORD_NUMBER", ["APP-9", "APP-10"], "RECORD_NUMBER > 9")).toEqual(["APP-10"]);
    expect(found("RECORD_NUMBER", ["14"], 'RECORD_NUMBER = ""')).toEqual([]);
  });
});

describe("Texts in one line", () => {
  const long = "x".repeat(64);
  const all = ["abc", "abc ", " abc", "abc\u3000", `${long}A`, `${long}B`, ""];
  it.each([
    ['SINGLE_LINE_TEXT = "abc"', ["abc", "abc "]],
    ['SINGLE_LINE_TEXT in ("abc  ", "")', ["abc", "abc ", ""]],
    ['SINGLE_LINE_TEXT = " abc"', [" abc"]],
    ['SINGLE_LINE_TEXT = "abc\u3000"', ["abc\u3000"]],
    [`SINGLE_LINE_TEXT = "${long}C"`, [`${long}A`, `${long}B`]],
    [`SINGLE_LINE_TEXT != "${long}"`, ["abc", "abc ", " abc", "abc\u3000", ""]],
    ['SINGLE_LINE_TEXT not in ("abc", "")', [" abc", "abc\u3000", `${long}A`, `${long}B`]],
  ])("%s", (condition, expected) => {
    expect(found("SINGLE_LINE_TEXT", all, condition)).toEqual(expected);
  });
});

describe("Words", () => {
  const text = "日本語の cybozu kintone2 ﾃｽﾄ a@example.com";
  it.each<[string, boolean]>([
    ["日本", true],
    ["本語", true],
    ["日", false],
    ["KINTONE2", true],
    ["ｃｙｂｏｚｕ", true],
    ["kintone", false],
    ["cy", false],
    ["テスト", true],
    ["cybozu 日本語", true],
    ["cybozu 中国", false],
    ["example.com", true],
    ["xample", false],
  ])("%s", (keyword, isFound) => {
    const record = { MULTI_LINE_TEXT: text };
    expect(meets(record, `MULTI_LINE_TEXT like "${keyword}"`)).toBe(isFound);
    expect(meets(record, `MULTI_LINE_TEXT not like "${keyword}"`)).toBe(!isFound);
  });

  it("of one character are found by themselves", () => {
    expect(found("LINK", ["森", "森川", "森 川"], 'LINK like "森"')).toEqual(["森", "森 川"]);
  });

  it("are not those of the markup of a rich text", () => {
    const RICH_TEXT = "<div>重要<b>事項</b>&amp;<br />next &#x65e5;&#26412;</div>";
    expect(meets({ RICH_TEXT }, 'RICH_TEXT like "要事" and RICH_TEXT like "next" and RICH_TEXT like "日本"')).toBe(
      true,
    );
    expect(meets({ RICH_TEXT }, 'RICH_TEXT like "div" or RICH_TEXT like "amp"')).toBe(false);
    expect(meets({ RICH_TEXT: "<p>外観</p><p>検査</p>" }, 'RICH_TEXT like "観検"')).toBe(false);
  });
});

it("is empty what has nothing but spaces, and what has no files", () => {
  const lines = ["", " \n\t\u3000", "a", null];
  expect(found("MULTI_LINE_TEXT", lines, "MULTI_LINE_TEXT is empty")).toEqual(["", " \n\t\u3000", null]);
  expect(found("MULTI_LINE_TEXT", lines, "MULTI_LINE_TEXT is not empty")).toEqual(["a"]);
  expect(found("RICH_TEXT", ["<div><br /></div>", '<img src="a">', "<b>a</b>"], "RICH_TEXT is empty")).toHaveLength(1);
  expect(found("FILE", [[], [{ name: "a" }]], "FILE is empty")).toEqual([[]]);
});

describe("Options and people", () => {
  const people = [[{ code: "sato" }, { code: "ito" }], [{ code: "ito" }], []];
  it.each<[string, readonly unknown[], string, readonly unknown[]]>([
    ["CHECK_BOX", [["赤"], ["赤", "青"], []], 'CHECK_BOX in ("青")', [["赤", "青"]]],
    ["CHECK_BOX", [["赤"], ["赤", "青"], []], 'CHECK_BOX not in ("青")', [["赤"], []]],
    ["CHECK_BOX", [["赤"], ["赤", "青"], []], 'CHECK_BOX in ("")', [[]]],
    ["DROP_DOWN", ["赤", "青", null], 'DROP_DOWN in ("")', [null]],
    ["DROP_DOWN", ["赤", "青", null], 'DROP_DOWN not in ("", "赤")', ["青"]],
    ["STATUS", ["未処理", "完了"], 'STATUS != "完了"', ["未処理"]],
    ["STATUS", ["未処理", "完了"], 'STATUS in ("完了", "もうない")', ["完了"]],
    ["CREATOR", [{ code: "sato" }, { code: "ito" }], "CREATOR in (LOGINUSER())", [{ code: "sato" }]],
    ["USER_SELECT", people, 'USER_SELECT in (LOGINUSER(), "x")', people.slice(0, 1)],
    ["USER_SELECT", people, 'USER_SELECT not in ("sato")', people.slice(1)],
    ["GROUP_SELECT", people, 'GROUP_SELECT in ("")', people.slice(2)],
  ])("%s of %j: %s", (code, values, condition, expected) => {
    expect(found(code, values, condition)).toEqual(expected);
  });
});

// Measured by SonicGarden/kintone-emulator, packages/core/tests/api/record/records-query.test.ts and doc/kintone-query-behavior.md.
describe("Tables", () => {
  const tables: Record<string, unknown> = {
    two: rowsOf({ 品名: "apple", 数量: "100" }, { 品名: "orange", 数量: "200" }),
    one: rowsOf({ 品名: "shared", 数量: "50" }),
    none: rowsOf(),
  };
  it.each([
    ['品名 in ("apple")', ["two"]],
    ["数量 > 50", ["two"]],
    ['品名 in ("apple") and 数量 in ("100")', ["two"]],
    ['品名 in ("apple") and 数量 in ("200")', []],
    ['品名 in ("apple") and (数量 in ("200") and $id = 1)', []],
    ['品名 in ("shared") or 数量 in ("200")', ["two", "one"]],
    ['品名 not in ("shared")', ["two"]],
    ['品名 not in ("apple")', ["one"]],
    ['品名 in ("orange") and 品名 not in ("pear")', ["two"]],
    ['品名 in ("")', []],
    ['品名 like "orange" and $id = 1', ["two"]],
  ])("%s", (condition, expected) => {
    const names = Object.keys(tables).filter((name) => meets({ $id: "1", 明細: tables[name] }, condition));
    expect(names).toEqual(expected);
  });
});

it("says which record lacks the value that is asked for", () => {
  expect(() => meets({ $id: "7" }, 'DROP_DOWN not in ("赤")')).toThrow(
    'VALUE_MISSING at 0 {"field":"DROP_DOWN","record":"7"}',
  );
  expect(() => meets({ $id: "7", 明細: rowsOf({ 品名: "a" }) }, "数量 > 1")).toThrow('{"field":"数量","record":"7"}');
});
