import { describe, expect, it, test } from "vitest";
import { fieldsDerivedFrom } from "../../../../src/backup/left-out/identifiers/derived-fields";
import { field, form, table } from "./forms";

const calc = (code: string, expression: string) => field("CALC", code, { expression });
const isDerived = (expression: string, code: string) =>
  fieldsDerivedFrom(form(field("NUMBER", code), calc("計算", expression)), [code]).length === 1;

describe("fieldsDerivedFrom", () => {
  test.each([
    ["番号", "番号"],
    ["番号 + 1", "番号"],
    ['"No."&番号&"."', "番号"],
    ['IF(番号="", "なし", "あり")', "番号"],
    ["SUM(番号)", "番号"],
    ["1+番号*2", "番号"],
    ["番号\u3000*\n2", "番号"],
    ["（番号）", "番号"],
    ["ＭｙＮｕｍｂｅｒ＿１ & 1", "ＭｙＮｕｍｂｅｒ＿１"],
    ["constructor+__proto__", "__proto__"],
    ["a.b%c", "b%c"],
    ["a%番号", "番号"],
    ["率(税込)+1", "率(税込)"],
    ['"\\"" & 番号 & ""', "番号"],
    ['"\\" & 番号 & "x"', "番号"],
    ['"no end & 番号', "番号"],
  ])("%s names %s", (expression, code) => expect(isDerived(expression, code)).toBe(true));

  test.each([
    ["管理番号", "番号"],
    ["番号_0", "番号"],
    ["番号2", "番号"],
    ["番号＿", "番号"],
    ["番号・名", "番号"],
    ["$番号", "番号"],
    ['"番号"&名前', "番号"],
    ['IF(名前="番号 & 番号", 1, 2)', "番号"],
    ["SUM(金額)", "SUM"],
    ["ROUND (金額, 1)", "ROUND"],
    ["", "番号"],
    ["MyNumber", "mynumber"],
  ])("%s does not name %s", (expression, code) => expect(isDerived(expression, code)).toBe(false));

  it("follows formulas through other fields, into tables and out of them, in the order of the form", () => {
    const fields = form(
      calc("合計", "SUM(行の計)"),
      field("SINGLE_LINE_TEXT", "文", { expression: '"計 "&合計' }),
      table("表", field("NUMBER", "単価"), calc("行の計", "単価*率"), field("NUMBER", "数")),
      calc("率", "秘密/100"),
      field("NUMBER", "秘密"),
      calc("別", "数量"),
      field("NUMBER", "数量"),
    );
    expect(fieldsDerivedFrom(fields, ["秘密"])).toEqual(["合計", "文", "行の計", "率"]);
    expect(fieldsDerivedFrom(fields, ["秘密", "合計"])).toEqual(["文", "行の計", "率"]);
    expect(fieldsDerivedFrom(fields, ["数量"])).toEqual(["別"]);
    expect(fieldsDerivedFrom(fields, [])).toEqual([]);
  });

  it("a table's code stands for every field in it", () => {
    const fields = form(calc("合計", "SUM(単価)"), table("表", field("NUMBER", "単価"), calc("倍", "単価*2")));
    expect(fieldsDerivedFrom(fields, ["表"])).toEqual(["合計"]);
  });

  it("ends when formulas go in a circle, and takes codes that are not in the form", () => {
    expect(fieldsDerivedFrom(form(calc("a", "b"), calc("b", "a+無")), ["無"])).toEqual(["a", "b"]);
  });
});
