import { describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import type { Properties, Property } from "../domain/form";
import type { Input } from "../records/write";

/** The value of a formula, as a record of such an app has it. Expected values: measured, SonicGarden/kintone-emulator doc. */
function calculated(expression: string, input: Input = {}, field: Partial<Property> = {}): unknown {
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
  const app = domain.addApp({ name: "計算", creator: "admin", properties });
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
    ["AND(1, 0)", "0"],
    ["ROUND(3.14159, 2)", "3.14"],
    ["ROUNDUP(3.14159, 2)", "3.15"],
    ["ROUNDDOWN(3.14159, 2)", "3.14"],
    ['"文字"', ""],
    ["1 + 2 * 3", "7"],
  ])("%s is %j", (expression, value) => expect(calculated(expression)).toBe(value));

  it("uses fields, tables and multiple choices", () => {
    expect(calculated("a * b", { a: { value: "6" }, b: { value: "7" } })).toBe("42");
    const rows = {
      表: { value: [{ value: { 数量: { value: "10" } } }, { value: { 数量: { value: "20" } } }, { value: {} }] },
    };
    expect(calculated("SUM(数量)", rows)).toBe("30");
    expect(calculated("SUM(倍)", rows)).toBe("60");
    expect(calculated('CONTAINS(選択, "赤")', { 選択: { value: ["赤"] } })).toBe("1");
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

  it("is text in a text field with a formula", () => {
    const domain = createDomain();
    domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
    const app = domain.addApp({
      name: "文字",
      creator: "admin",
      properties: {
        a: { type: "NUMBER", code: "a", label: "a" },
        t: {
          type: "SINGLE_LINE_TEXT",
          code: "t",
          label: "t",
          expression: 'DATE_FORMAT(1745574000, "YYYY-MM-dd", "Asia/Tokyo") & " " & a',
        },
      },
    });
    const { id } = app.addRecord({ a: { value: 7 }, t: { value: "無視" } });
    expect(app.records.get(id)?.values.t).toBe("2025-04-25 7");
  });
});
