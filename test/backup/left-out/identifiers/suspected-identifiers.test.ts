import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { suspectedIdentifiers } from "../../../../src/backup/left-out/identifiers/suspected-identifiers";
import { cell, field, form, recordsOf, table } from "./forms";

const CODE = "x";
const kindOf = (type: string, values: readonly unknown[]) =>
  suspectedIdentifiers(form(field(type, CODE)), recordsOf(type, CODE, values))[0]?.kind;
const ofText = (...values: unknown[]) => kindOf("SINGLE_LINE_TEXT", values);

/** Worked out without the code under test: weights as 総務省令第85号 lists them from the left. */
function checkDigit(eleven: string): number {
  const sum = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2].reduce(
    (total, weight, index) => total + weight * Number(eleven[index]),
    0,
  );
  return sum % 11 <= 1 ? 0 : 11 - (sum % 11);
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const lotNumber = digits(12);
const myNumber = digits(11)
  .filter((eleven) => /[1-9]/.test(eleven))
  .map((eleven) => `${eleven}${checkDigit(eleven)}`);

describe("what is told of a field", () => {
  it("names the table, the label and the evidence, in the order of the form", () => {
    const found = suspectedIdentifiers(
      form(
        field("SINGLE_LINE_TEXT", "z", { label: "マイナンバー" }),
        table("家族", field("SINGLE_LINE_TEXT", "氏名"), field("NUMBER", "家族の個人番号")),
        field("SINGLE_LINE_TEXT", "カード番号"),
        field("DATE", "個人番号カード確認日"),
        field("SINGLE_LINE_TEXT", "passport_no"),
      ),
      recordsOf("SINGLE_LINE_TEXT", "カード番号", ["4111 1111 1111 1111"]),
    );
    expect(found).toEqual([
      { field: "z", label: "マイナンバー", kind: "my-number", evidence: "name" },
      { field: "家族の個人番号", label: "家族の個人番号", kind: "my-number", evidence: "name", table: "家族" },
      { field: "カード番号", label: "カード番号", kind: "credit-card-number", evidence: "values" },
      { field: "passport_no", label: "passport_no", kind: "passport-number", evidence: "name" },
    ]);
  });

  it("takes the code for the label where there is none", () => {
    const nameless = { type: "NUMBER", code: "my_number" };
    expect(suspectedIdentifiers(form(nameless), [])).toMatchObject([{ field: "my_number", label: "my_number" }]);
  });

  it("knows a number in a table by the table's name, and nothing else in it", () => {
    const family = table("マイナンバー", field("SINGLE_LINE_TEXT", "氏名"), field("SINGLE_LINE_TEXT", "番号"));
    expect(suspectedIdentifiers(form(family), [])).toMatchObject([{ field: "番号", table: "マイナンバー" }]);
  });

  it("knows a field by the one that a lookup fills it from", () => {
    const lookup = { fieldMappings: [{ field: "写し", relatedField: "マイナンバー" }] };
    const found = suspectedIdentifiers(
      form(field("SINGLE_LINE_TEXT", "社員", { lookup }), field("SINGLE_LINE_TEXT", "写し")),
      [],
    );
    expect(found).toMatchObject([{ field: "写し", kind: "my-number", evidence: "name" }]);
  });

  it("finds values in the rows of tables", () => {
    const rows = [{ id: "1", value: { 値: cell("SINGLE_LINE_TEXT", "123456789018") } }];
    const found = suspectedIdentifiers(form(table("表", field("SINGLE_LINE_TEXT", "値"))), [
      { 表: cell("SUBTABLE", rows) },
    ]);
    expect(found).toMatchObject([{ field: "値", table: "表", evidence: "values" }]);
  });

  it("takes fields called like members of objects, and records that lack them", () => {
    const codes = ["constructor", "__proto__", "toString"];
    const fields = form(...codes.map((code) => field("SINGLE_LINE_TEXT", code)));
    expect(suspectedIdentifiers(fields, [{}])).toEqual([]);
    expect(suspectedIdentifiers(fields, recordsOf("SINGLE_LINE_TEXT", "__proto__", ["123456789018"]))).toMatchObject([
      { field: "__proto__", kind: "my-number" },
    ]);
  });
});

describe("values", () => {
  test.each([
    "1234 5678 9018",
    "1234-5678-9018",
    "１２３４－５６７８－９０１８",
    "1234ー5678ー9018",
    "1234−5678−9018",
    " 123456789018 ",
  ])("%s is a My Number", (text) => expect(ofText(text)).toBe("my-number"));

  it("mistyped ones are up to a fifth, other values up to a half", () => {
    const valid = ["123456789018", "023456789013", "983205673214", "465281266333"];
    expect(ofText(...valid, "123456789010")).toBe("my-number");
    expect(ofText(...valid, "123456789010", "123456789011")).toBeUndefined();
    expect(ofText(...valid, "none", "-", "later", "abroad")).toBe("my-number");
    expect(ofText(...valid, "none", "later", "abroad", "lost", "sick")).toBeUndefined();
  });

  it("what is empty, or zeros, does not count", () => {
    expect(ofText("123456789018", "", null, undefined, "000000000000", "0")).toBe("my-number");
    expect(ofText("000000000000")).toBeUndefined();
    expect(ofText()).toBeUndefined();
  });

  it("in a text of many lines each line is a value", () => {
    expect(kindOf("MULTI_LINE_TEXT", ["123456789018\n023456789013\r\n自分と妻"])).toBe("my-number");
    expect(kindOf("MULTI_LINE_TEXT", ["会議\n123456789018\n以上"])).toBeUndefined();
  });

  it("a NUMBER has lost a leading zero, a text has not", () => {
    expect(kindOf("NUMBER", ["23456789013"])).toBe("my-number");
    expect(kindOf("NUMBER", ["123456789018.00"])).toBe("my-number");
    expect(kindOf("SINGLE_LINE_TEXT", ["23456789013"])).toBeUndefined();
    expect(kindOf("NUMBER", ["-123456789018", "1234567890.18"])).toBeUndefined();
  });

  test.each(["CALC", "RICH_TEXT", "DATE", "DROP_DOWN", "RECORD_NUMBER", "FILE"])("a %s is not searched", (type) =>
    expect(kindOf(type, ["123456789018"])).toBeUndefined(),
  );

  it("My Numbers are found whatever they are and however they are grouped, in NUMBER too", () => {
    const grouped = fc
      .tuple(myNumber, fc.constantFrom("", " ", "-", "－"))
      .map(([number, between]) => (number.match(/.{4}/g) ?? []).join(between));
    fc.assert(
      fc.property(fc.array(grouped, { minLength: 1, maxLength: 30 }), (values) => ofText(...values) === "my-number"),
    );
    const kept = myNumber.filter((number) => !number.startsWith("00")).map((number) => number.replace(/^0/, ""));
    fc.assert(
      fc.property(
        fc.array(kept, { minLength: 1, maxLength: 30 }),
        (values) => kindOf("NUMBER", values) === "my-number",
      ),
    );
  });

  it("lot numbers of twelve digits are not, when there are some of them", () => {
    fc.assert(
      fc.property(fc.array(lotNumber, { minLength: 20, maxLength: 60 }), (values) => ofText(...values) === undefined),
    );
  });

  test.each([
    [1, 0.12],
    [2, 0.015],
    [3, 0.003],
    [5, 0.002],
    [10, 0.0002],
  ])("of fields with %i lot numbers fewer than %f are suspected", (count, rate) => {
    const numRuns = 10_000;
    const fields = fc.sample(fc.array(lotNumber, { minLength: count, maxLength: count }), { numRuns, seed: 1 });
    expect(fields.filter((values) => ofText(...values) !== undefined).length / numRuns).toBeLessThan(rate);
  });

  it("numbers that count up are not", () => {
    const dated = Array.from({ length: 40 }, (_, index) => `20261124${String(index + 1).padStart(4, "0")}`);
    expect(ofText(...dated)).toBeUndefined();
  });
});
