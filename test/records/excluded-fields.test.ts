import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell, FormFields, KintoneRecord } from "../../src/archive/records/kintone-app";
import { createExclusion } from "../../src/records/excluded-fields";
import { cell, field, form, table } from "../backup/left-out/identifiers/forms";

const CODES = ["番号", "constructor", "__proto__", "toString", "12", "3", "表", "名前", "length"];

/** Every value is told from every other one. */
let values = 0;
const anyCell = fc.constant(null).map((): Cell => cell("SINGLE_LINE_TEXT", `value-${(values += 1)}-`));
const anyCells = (codes: string[], of: fc.Arbitrary<Cell>) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...codes), of), { selector: ([code]) => code })
    .map((cells): Record<string, Cell> => Object.fromEntries(cells));
const anyTable = fc.array(anyCells(["行", "__proto__", "constructor", "7"], anyCell), { maxLength: 3 }).map((rows) =>
  cell(
    "SUBTABLE",
    rows.map((value, index) => ({ id: `row-${index}`, value })),
  ),
);
const anyRecord = anyCells(CODES, fc.oneof(anyCell, anyTable)).map((cells): KintoneRecord => ({
  $id: cell("__ID__", "1"),
  ...ownCopy(cells),
  $revision: cell("__REVISION__", "2"),
}));
const anyCodes = fc.subarray([...CODES, "行", "7", "$id", "$revision"]);

function ownCopy(cells: Record<string, Cell>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(cells));
}

interface Place {
  path: string;
  codes: string[];
  text: string;
}

/** Where each member stands, and under which codes; rows and their ids included. */
function places(record: KintoneRecord): Place[] {
  return Object.entries(record).flatMap(([code, { type, value }]): Place[] => {
    if (type !== "SUBTABLE") return [{ path: code, codes: [code], text: String(value) }];
    const rows = value as Array<{ id: string; value: Record<string, Cell> }>;
    return [
      { path: code, codes: [code], text: "table" },
      ...rows.flatMap((row, index): Place[] => [
        { path: `${code}/${index}`, codes: [code], text: row.id },
        ...Object.entries(row.value).map(([inner, innerCell]) => ({
          path: `${code}/${index}/${inner}`,
          codes: [code, inner],
          text: String(innerCell.value),
        })),
      ]),
    ];
  });
}

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe("recordWithout", () => {
  it("leaves no excluded value anywhere, and everything else as it was and where it was", () => {
    fc.assert(
      fc.property(anyRecord, anyCodes, (record, codes) => {
        const before = places(frozen(record));
        const left = createExclusion(codes).recordWithout(record);
        const isGone = ({ codes: under }: Place) =>
          under.some((code) => codes.includes(code) && code !== "$id" && code !== "$revision");
        const json = JSON.stringify(left);
        for (const { text } of before.filter(isGone)) if (text.startsWith("value-")) expect(json).not.toContain(text);
        expect(places(left)).toEqual(before.filter((place) => !isGone(place)));
        expect(places(record)).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it("takes a cell, a whole table, a field out of every row", () => {
    const record = {
      $id: cell("__ID__", "1"),
      a: cell("NUMBER", "1"),
      t: cell("SUBTABLE", [
        { id: "5", value: { x: cell("NUMBER", "2"), y: cell("NUMBER", "3") } },
        { id: "6", value: { x: cell("NUMBER", "4") } },
      ]),
    };
    const left = (...codes: string[]) => JSON.stringify(createExclusion(codes).recordWithout(record));
    const id = '"$id":{"type":"__ID__","value":"1"}';
    const a = '"a":{"type":"NUMBER","value":"1"}';
    expect(left("t", "$id")).toBe(`{${id},${a}}`);
    expect(left("a", "x")).toBe(
      `{${id},"t":{"type":"SUBTABLE","value":[{"id":"5","value":{"y":{"type":"NUMBER","value":"3"}}},{"id":"6","value":{}}]}}`,
    );
  });

  it("gives the same object back when nothing is excluded", () => {
    const record = { $id: cell("__ID__", "1") };
    expect(createExclusion([]).recordWithout(record)).toBe(record);
    expect(createExclusion(["$id", "$revision"]).recordWithout(record)).toBe(record);
  });
});

describe("formWithout", () => {
  const whole: FormFields = frozen(
    form(field("NUMBER", "a"), field("NUMBER", "__proto__"), table("t", field("NUMBER", "x"), field("NUMBER", "y"))),
  );
  const left = (...codes: string[]) =>
    Object.entries(createExclusion(codes).formWithout(whole).properties).flatMap(([code, { fields }]) => [
      code,
      ...Object.keys(fields ?? {}),
    ]);

  it("takes the same fields out of the form", () => {
    expect(left("__proto__")).toEqual(["a", "t", "x", "y"]);
    expect(left("t")).toEqual(["a", "__proto__"]);
    expect(left("x", "y", "a")).toEqual(["__proto__", "t"]);
    expect(createExclusion(["a"]).formWithout(whole).revision).toBe(whole.revision);
    expect(createExclusion([]).formWithout(whole)).toBe(whole);
  });

  it("tells the codes that the form does not have", () => {
    expect(createExclusion(["x", "constructor", "t", "b", "$id", "b"]).unknownIn(whole)).toEqual([
      ...["constructor", "b", "$id"],
    ]);
    expect(createExclusion(["__proto__", "y"]).unknownIn(whole)).toEqual([]);
  });
});
