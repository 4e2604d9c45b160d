import { expect, it } from "vitest";
import type { QueryProblem } from "../../src/query/query-error";
import { context, form, problemsWith } from "./asked-app";

it.each<[string, QueryProblem["code"], object]>([
  ['ない = "a"', "UNKNOWN_FIELD", { field: "ない" }],
  ["toString = 1", "UNKNOWN_FIELD", { field: "toString" }],
  ['REFERENCE_TABLE.会社 in ("a")', "RELATED_RECORDS", { field: "REFERENCE_TABLE.会社" }],
  ['REFERENCE_TABLE in ("a")', "RELATED_RECORDS", { field: "REFERENCE_TABLE" }],
  ['未使用 = "完了"', "FIELD_NOT_IN_USE", { field: "未使用", type: "STATUS" }],
  ['CATEGORY in ("a")', "TYPE_NOT_SEARCHABLE", { field: "CATEGORY", type: "CATEGORY" }],
  ['明細 in ("a")', "TYPE_NOT_SEARCHABLE", { field: "明細", type: "SUBTABLE" }],
  ['DROP_DOWN = "赤"', "OPERATOR_NOT_FOR_TYPE", { type: "DROP_DOWN", operator: "=", operators: ["in", "not in"] }],
  ["SINGLE_LINE_TEXT is empty", "OPERATOR_NOT_FOR_TYPE", { operator: "is empty" }],
  ['MULTI_LINE_TEXT = "a"', "OPERATOR_NOT_FOR_TYPE", { operator: "=" }],
  ['DATE in ("2026-01-01")', "OPERATOR_NOT_FOR_TYPE", { operator: "in" }],
  ['品名 = "a"', "OPERATOR_NOT_IN_TABLE", { operator: "=", operators: ["in", "not in", "like", "not like"] }],
  [
    '納期 != "2026-01-01"',
    "OPERATOR_NOT_IN_TABLE",
    { operator: "!=", operators: [">", "<", ">=", "<=", "in", "not in"] },
  ],
  ["DATE = YEARLY()", "UNKNOWN_FUNCTION", { function: "YEARLY" }],
  ["DATE = NOW()", "FUNCTION_NOT_FOR_TYPE", { function: "NOW", type: "DATE" }],
  ["TIME = TODAY()", "FUNCTION_NOT_FOR_TYPE", { function: "TODAY", type: "TIME" }],
  ["NUMBER = TODAY()", "FUNCTION_NOT_FOR_TYPE", { function: "TODAY" }],
  ["GROUP_SELECT in (LOGINUSER())", "FUNCTION_NOT_FOR_TYPE", { function: "LOGINUSER" }],
  ["DATETIME = NOW(1)", "FUNCTION_ARGUMENTS", { function: "NOW" }],
  ["DATE = TODAY(1)", "FUNCTION_ARGUMENTS", { function: "TODAY" }],
  ["DATE = FROM_TODAY(1)", "FUNCTION_ARGUMENTS", { function: "FROM_TODAY" }],
  ["DATE = FROM_TODAY(1, HOURS)", "FUNCTION_ARGUMENTS", { function: "FROM_TODAY" }],
  ["DATE = FROM_TODAY(99999, YEARS)", "FUNCTION_ARGUMENTS", { function: "FROM_TODAY" }],
  ["DATE = THIS_WEEK(SOMEDAY)", "FUNCTION_ARGUMENTS", { function: "THIS_WEEK" }],
  ["DATE = THIS_MONTH(32)", "FUNCTION_ARGUMENTS", { function: "THIS_MONTH" }],
  ["ORGANIZATION_SELECT in (PRIMARY_ORGANIZATION())", "NEEDS_ORGANIZATION", { function: "PRIMARY_ORGANIZATION" }],
  ['FILE like "a"', "FILE_CONTENTS", { field: "FILE" }],
  ["時間 > 5", "CALCULATED_TIME", { field: "時間" }],
  ['CHECK_BOX in ("赤", "緑")', "UNKNOWN_OPTION", { field: "CHECK_BOX", value: "緑" }],
  ['NUMBER = "1,234"', "VALUE_NOT_UNDERSTOOD", { value: "1,234", type: "NUMBER" }],
  ['NUMBER not in ("abc")', "VALUE_NOT_UNDERSTOOD", { value: "abc" }],
  ['NUMBER = "－１"', "VALUE_NOT_UNDERSTOOD", { value: "－１" }],
  ["$id = 1.0", "VALUE_NOT_UNDERSTOOD", { value: "1.0", type: "__ID__" }],
  ['RECORD_NUMBER = "APP-14"', "VALUE_NOT_UNDERSTOOD", { value: "APP-14" }],
  ['DATE = "2026-02-29"', "VALUE_NOT_UNDERSTOOD", { value: "2026-02-29" }],
  ['DATE = "2026"', "VALUE_NOT_UNDERSTOOD", { value: "2026" }],
  ['TIME = "24:00"', "VALUE_NOT_UNDERSTOOD", { value: "24:00" }],
  ['DATETIME = "2026-01-01"', "VALUE_NOT_UNDERSTOOD", { value: "2026-01-01" }],
  ['NUMBER > ""', "EMPTY_HAS_NO_ORDER", { operator: ">" }],
  ['DATE <= ""', "EMPTY_HAS_NO_ORDER", { operator: "<=" }],
  ['LINK like "-?!"', "NO_KEYWORD", { value: "-?!" }],
  ['LINK like ""', "NO_KEYWORD", { value: "" }],
  ['LINK like "a b c d e f g h i j k"', "TOO_MANY_KEYWORDS", { max: 10 }],
])("cannot be answered: %s", (condition, code, facts) => {
  const problems = problemsWith(condition);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ code, facts });
});

it("finds every problem at once, with its place", () => {
  const condition = 'ない = 1 and (DATE = TODAY(1) or NUMBER = 1) and CHECK_BOX in ("赤", "緑")';
  expect(
    problemsWith(condition).map(({ code, position }) => [code, condition.slice(position).split(/[ )]/)[0]]),
  ).toEqual([
    ["UNKNOWN_FIELD", "ない"],
    ["FUNCTION_ARGUMENTS", "TODAY(1"],
    ["UNKNOWN_OPTION", '"緑"'],
  ]);
});

it("asks for whoever is logged in only where a condition does", () => {
  const { now, timeZone } = context;
  expect(problemsWith("CREATOR in (LOGINUSER())", { now, timeZone })).toMatchObject([{ code: "NEEDS_LOGIN_USER" }]);
  expect(problemsWith('CREATOR in ("sato") and CREATED_TIME < NOW()', { now, timeZone })).toEqual([]);
});

it("takes options as they come where a form does not tell them", () => {
  expect(form.properties.STATUS).not.toHaveProperty("options");
  expect(problemsWith('STATUS in ("いつか")')).toEqual([]);
});
