import { expect, it } from "vitest";
import type { FieldProperty } from "../../../src/archive/records/kintone-app";
import { formDifferences } from "../../../src/restore/compare/form-differences";

const form = (...fields: Array<Record<string, unknown> & { code: string; type: string }>) => ({
  properties: Object.fromEntries(fields.map((field) => [field.code, field as FieldProperty])),
  revision: "1",
});
const number = (limits: object) => form({ code: "数量", type: "NUMBER", ...limits });

it.each([
  [{ maxValue: "100" }, { maxValue: "20" }, ["maxValue"]],
  [{ maxValue: "9" }, { maxValue: "20" }, []],
  [{ minValue: "" }, { minValue: "-5" }, ["minValue"]],
  [{ minValue: "1" }, { minValue: "0" }, []],
  [{ minValue: "1", maxValue: "5" }, { minValue: "", maxValue: "" }, []],
])("limits %j that became %j: those are told that refuse what was allowed", (before, now, told) => {
  const found = formDifferences(number(before), number(now));
  expect(found).toEqual(told.map((limit) => expect.objectContaining({ kind: "limit", limit })));
});

it("groups and reference tables come and go without a word, as records have nothing of them", () => {
  const group = { code: "まとまり", type: "GROUP" };
  const table = { code: "関連", type: "REFERENCE_TABLE" };
  expect(formDifferences(form(group), form(table))).toEqual([]);
  expect(formDifferences(form({ ...group, type: "LINK" }), form(table))).toMatchObject([{ kind: "absent" }]);
});
