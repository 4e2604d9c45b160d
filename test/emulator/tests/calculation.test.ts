import { describe, expect, it } from "vitest";
import type { GeneralSettings } from "../domain/app-settings";
import { createDomain } from "../domain/domain";
import type { Properties, Property } from "../domain/form";
import type { Input } from "../records/write";

/**
 * The value of a formula, as a record of such an app has it. Expected values: measured on a real domain,
 * SonicGarden/kintone-emulator `doc/kintone-calc-behavior.md` (April and September 2026).
 */
function calculated(
  expression: string,
  input: Input = {},
  field: Partial<Property> = {},
  precision: Partial<GeneralSettings["numberPrecision"]> = {},
): unknown {
  const domain = createDomain({ now: () => new Date("2026-11-20T01:02:03Z") });
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  const of = (type: string, code: string, more: Partial<Property> = {}): Property => ({
    type,
    code,
    label: code,
    ...more,
  });
  const properties: Properties = {
    a: of("NUMBER", "a"),
    b: of("NUMBER", "b"),
    d: of("DATE", "d"),
    dt: of("DATETIME", "dt"),
    選択: of("CHECK_BOX", "選択", { options: { 赤: { label: "赤", index: "0" } } }),
    表: of("SUBTABLE", "表", {
      fields: { 数量: of("NUMBER", "数量"), 倍: of("CALC", "倍", { expression: "数量*2", format: "NUMBER" }) },
    }),
    結果: of("CALC", "結果", { expression, format: "NUMBER", ...field }),
  };
  const numberPrecision = { digits: "16", decimalPlaces: "4", roundingMode: "HALF_EVEN", ...precision };
  const app = domain.addApp({ name: "計算", creator: "admin", properties, settings: { numberPrecision } });
  const { id } = app.addRecord(input);
  return app.records.get(id)?.values["結果"];
}

describe("a calculated field", () => {
  it.each([
    ["10 / 3", "3.3333"],
    ["1 / 7", "0.1429"],
    ["a / 0", ""],
    ["7 * 0.1", "0.7"],
    ["0.1 + 0.2", "0.3"],
    ["4 ^ 1.5", "4"],
    ["4 ^ -2", "0.0625"],
    ["a + b", "0"],
    ["IF(0=1, 2, 3)", "3"],
    ["AND(1 > 0, 1 > 2)", "0"],
    ["OR(1 > 0, 1 > 2)", "1"],
    ["NOT(1 > 2)", "1"],
    ["a = b", "1"],
    ["a != b", "0"],
    ["a <> b", "0"],
    ["ROUND(3.14159, 2)", "3.14"],
    ["ROUNDUP(3.14159, 2)", "3.15"],
    ["ROUNDDOWN(3.14159, 2)", "3.14"],
    ['"文字"', ""],
    ["1 + 2 * 3", "7"],
  ])("%s is %j", (expression, value) => expect(calculated(expression)).toBe(value));

  it.each([
    ["1 / 3 * 3", "0.9999"],
    ["2 / 3 * 3", "2.0001"],
    ["0.00015 * 10000", "2"],
    ["0.00015 + 0.00015", "0.0004"],
    ["999999999999 + 1", ""],
    ["999999999999.9999 + 0", "999999999999.9999"],
    ["ROUND(-2.5, 0)", "-3"],
    ["ROUND(1.25, 1)", "1.3"],
    ["ROUNDUP(-1.21, 1)", "-1.3"],
    ["ROUNDDOWN(-1.29, 1)", "-1.2"],
  ])("%s is %j: every step is rounded, without binary dust", (expression, value) => {
    expect(calculated(expression)).toBe(value);
  });

  it.each([
    [{ digits: "5", decimalPlaces: "2", roundingMode: "UP" }, "1 / 3", "0.34"],
    [{ digits: "5", decimalPlaces: "2", roundingMode: "UP" }, "1 / 3 * 3", "1.02"],
    [{ digits: "5", decimalPlaces: "2", roundingMode: "UP" }, "-0.00001", "-0.01"],
    [{ digits: "5", decimalPlaces: "2", roundingMode: "UP" }, "0.01 * 10000", ""],
    [{ digits: "5", decimalPlaces: "2", roundingMode: "UP" }, "2 ^ -20", "0.01"],
    [{ digits: "5", decimalPlaces: "2", roundingMode: "DOWN" }, "2 / 3", "0.66"],
    [{ digits: "30", decimalPlaces: "10" }, "1 / 3", "0.3333333333"],
    [{ digits: "30", decimalPlaces: "10" }, "0.00015 * 10000", "1.5"],
  ])("with %j, %s is %j", (precision, expression, value) => {
    expect(calculated(expression, {}, {}, precision)).toBe(value);
  });

  it.each([
    ["a", ""],
    ["(a)", ""],
    ["d", ""],
    ["IF(1 > 0, a, 2)", ""],
    ["-a", "0"],
    ["a + 1", "1"],
    ["a = 0", "1"],
    ["d + 86400", "86400"],
    ["SUM(a)", "0"],
    ["ROUND(a, 0)", "0"],
    ["SUM(数量)", ""],
    ["IF(1 > 0, SUM(数量), 0)", ""],
  ])("%s of what is not filled in is %j", (expression, value) => expect(calculated(expression)).toBe(value));

  it.each(["IF(1, 1, 2)", "AND(1, 1)", "NOT(1)", "AND(1 > 0, 1)", "(1 > 0) + 1", "SUM(1 > 0, 1)"])(
    "%s is nothing: truth values and numbers do not mix",
    (expression) => expect(calculated(expression)).toBe(""),
  );

  it("uses fields, tables and multiple choices", () => {
    expect(calculated("a * b", { a: { value: "6" }, b: { value: "7" } })).toBe("42");
    const rows = {
      表: { value: [{ value: { 数量: { value: "10" } } }, { value: { 数量: { value: "20" } } }, { value: {} }] },
    };
    expect(calculated("SUM(数量)", rows)).toBe("30");
    expect(calculated("SUM(倍)", rows)).toBe("60");
    expect(calculated('CONTAINS(選択, "赤")', { 選択: { value: ["赤"] } })).toBe("1");
    expect(calculated('CONTAINS(選択, "青")', { 選択: { value: ["赤"] } })).toBe("0");
    expect(calculated("dt - d", { dt: { value: "2026-04-25T10:00:00Z" }, d: { value: "2026-04-25" } })).toBe("36000");
  });

  it.each([
    ["DATETIME", 324_219_600, "1980-04-10T13:00:00Z"],
    ["DATE", 324_219_600, "1980-04-10"],
    ["TIME", 90_061, "01:01"],
    ["HOUR_MINUTE", 90_061, "25:01"],
  ])("is answered as %s from seconds", (format, seconds, value) => {
    expect(calculated("a", { a: { value: seconds } }, { format })).toBe(value);
  });

  it.each([
    ['DATE_FORMAT(1745574000, "YYYY-MM-dd", "Asia/Tokyo") & " " & a', "2025-04-25 7"],
    ['a & " + " & b & " = " & (a + b)', "7 +  = 7"],
    ['IF(a > b, "a wins", "b wins")', "a wins"],
    ['b & "x"', "x"],
    ['(1 > 0) & "x"', "truex"],
    ["YEN(a * 1000 * 1.1, 0)", "¥7,700"],
    ["YEN(a, 2)", "¥7.00"],
    ['DATE_FORMAT(d, "Gy年M月d日", "Etc/GMT")', "昭和45年1月1日"], // qiita.com/Banchan_k12: an empty date is 1 January 1970
    ['DATE_FORMAT(1745574000, "YY/M/d ah:mm E", "UTC")', "25/4/25 午前9:40 金"],
  ])("%s is the text %j in a text field", (expression, value) => {
    expect(calculated(expression, { a: { value: 7 } }, { type: "SINGLE_LINE_TEXT" })).toBe(value);
  });

  it("is not taken from the request", () => {
    expect(calculated('"計算"', { 結果: { value: "無視" } }, { type: "SINGLE_LINE_TEXT" })).toBe("計算");
    expect(calculated("1", { 結果: { value: "999" } })).toBe("1");
  });
});
