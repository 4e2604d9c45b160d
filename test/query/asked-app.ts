import type { FieldProperty, FormFields, KintoneRecord } from "../../src/archive/records/kintone-app";
import { compileCondition, problemsOf } from "../../src/query/compile-condition";
import type { QueryContext } from "../../src/query/context";
import { parseCondition } from "../../src/query/parse-condition";
import type { QueryProblem } from "../../src/query/query-error";

const OPTIONS = { 赤: { label: "赤", index: "0" }, 青: { label: "青", index: "1" } };
const CHOICES = ["CHECK_BOX", "RADIO_BUTTON", "DROP_DOWN", "MULTI_SELECT"];
const TYPES = [
  ...["SINGLE_LINE_TEXT", "LINK", "MULTI_LINE_TEXT", "RICH_TEXT", "NUMBER", "CALC", "FILE", "DATE", "TIME", "DATETIME"],
  ...["CREATED_TIME", "UPDATED_TIME", "RECORD_NUMBER", "CREATOR", "MODIFIER", "USER_SELECT", "ORGANIZATION_SELECT"],
  ...["GROUP_SELECT", "STATUS", "STATUS_ASSIGNEE", "CATEGORY", "REFERENCE_TABLE", "GROUP", ...CHOICES],
];

const field = (type: string, more: object = {}): FieldProperty => ({
  type,
  code: type,
  ...(CHOICES.includes(type) && { options: OPTIONS }),
  ...more,
});

/** A form with a field of each type, which is its code too, and a table with fields of some of them. */
export const form: FormFields = {
  revision: "1",
  properties: {
    ...Object.fromEntries(TYPES.map((type) => [type, field(type)])),
    時間: field("CALC", { format: "HOUR_MINUTE" }),
    未使用: field("STATUS", { enabled: false }),
    明細: field("SUBTABLE", {
      fields: {
        品名: field("SINGLE_LINE_TEXT"),
        数量: field("NUMBER"),
        納期: field("DATE"),
        色: field("CHECK_BOX", { options: OPTIONS }),
      },
    }),
  },
};

/** Wednesday, the 9th of December in Tokyo. */
export const context: QueryContext = {
  now: new Date("2026-12-09T03:00:30Z"),
  timeZone: "Asia/Tokyo",
  loginUser: "sato",
};

/** A record that has these values, and nothing else. */
export function recordOf(values: Record<string, unknown>): KintoneRecord {
  return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { type: code, value }]));
}

/** A table's value: a row for each of these. */
export function rowsOf(...rows: Array<Record<string, unknown>>): unknown {
  return rows.map((row, index) => ({ id: String(index + 1), value: recordOf(row) }));
}

export function meets(values: Record<string, unknown>, condition: string, more: Partial<QueryContext> = {}): boolean {
  return compileCondition(parseCondition(condition), form, { ...context, ...more })(recordOf(values));
}

export function problemsWith(condition: string, more: QueryContext = context): QueryProblem[] {
  return problemsOf(parseCondition(condition), form, more);
}
