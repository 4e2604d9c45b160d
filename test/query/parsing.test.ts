import { describe, expect, it } from "vitest";
import { parseCondition } from "../../src/query/parse-condition";
import { parseQuery } from "../../src/query/parse-query";
import type { Condition, Junction, Operand, Query } from "../../src/query/query";
import { QueryError, type QueryProblem } from "../../src/query/query-error";

/** The tree in a few letters: what belongs together stands in brackets. */
function shown(condition: Condition): string {
  if (condition.kind !== "comparison") return `[${condition.conditions.map(shown).join(` ${condition.kind} `)}]`;
  const { field, operator, operands } = condition;
  return [field, operator, ...operands.map(shownOperand)].join(" ");
}

function shownOperand(operand: Operand): string {
  return operand.kind === "value" ? JSON.stringify(operand.text) : `${operand.name}(${operand.arguments.join(",")})`;
}

function problemOf(parse: () => unknown): QueryProblem {
  try {
    parse();
  } catch (error) {
    if (error instanceof QueryError) return error.problem;
    throw error;
  }
  throw new Error("Nothing was wrong.");
}

describe("A condition", () => {
  it.each<[string, string]>([
    ['文字列_0 = "テスト"', '文字列_0 = "テスト"'],
    ["数値_0>=10", '数値_0 >= "10"'],
    ["n != -1.5e3", 'n != "-1.5e3"'],
    ["n<5", 'n < "5"'],
    ['d in ("A", "B")', 'd in "A" "B"'],
    ['d not in("A",5)', 'd not in "A" "5"'],
    ['t like "a" or t not like "b"', '[t like "a" or t not like "b"]'],
    ["m is empty and m is not empty", "[m is empty and m is not empty]"],
    ["作成者 in (LOGINUSER())", "作成者 in LOGINUSER()"],
    ["d < FROM_TODAY(-5, DAYS)", "d < FROM_TODAY(-5,DAYS)"],
    ["d = THIS_MONTH(LAST)", "d = THIS_MONTH(LAST)"],
    ["$id > 100", '$id > "100"'],
    ['関連.会社 in ("x")', '関連.会社 in "x"'],
    // What binds what.
    ["a = 1 or b = 2 and c = 3", '[a = "1" or [b = "2" and c = "3"]]'],
    ["(a = 1 or b = 2) and c = 3", '[[a = "1" or b = "2"] and c = "3"]'],
    ["a = 1 and (b = 2 and c = 3)", '[a = "1" and b = "2" and c = "3"]'],
    ["((a = 1))", 'a = "1"'],
    ["A = 1 AND b IN (2)", '[A = "1" and b in "2"]'],
    // Texts.
    [String.raw`t = "sample\"1\"\\2"`, String.raw`t = "sample\"1\"\\2"`],
    [String.raw`t = "a\tb\nc"`, String.raw`t = "a\tb\nc"`],
    ['t = "and (or) \' ,"', 't = "and (or) \' ,"'],
    ['t\u3000=\n"a"\r\n\tand\u3000n = 1', '[t = "a" and n = "1"]'],
    // Words of the grammar as field codes: what follows tells.
    ['like like "a"', 'like like "a"'],
    ["order = 1 and limit > 2", '[order = "1" and limit > "2"]'],
    ['in in ("x")', 'in in "x"'],
  ])("%s", (text, tree) => {
    expect(shown(parseCondition(text))).toBe(tree);
  });

  it("remembers where each part stands", () => {
    const condition = parseCondition('n = 1 and  user in ("a", LOGINUSER())') as Junction;
    expect(condition.conditions[1]).toMatchObject({ position: 11, operands: [{ position: 20 }, { position: 25 }] });
  });

  it.each<[string, Partial<QueryProblem> | { facts: object }]>([
    ["", { code: "UNEXPECTED", position: 0, facts: { found: "", expected: "field" } }],
    ['"t" = "a"', { code: "UNEXPECTED", position: 0, facts: { found: '"t"', expected: "field" } }],
    ["t", { code: "UNEXPECTED", position: 1, facts: { found: "", expected: "operator" } }],
    ["t ===", { code: "UNEXPECTED", position: 3, facts: { found: "=", expected: "value" } }],
    ["t ! 1", { code: "UNEXPECTED", position: 2, facts: { found: "!", expected: "operator" } }],
    ["t not 1", { code: "UNEXPECTED", position: 2, facts: { found: "not", expected: "operator" } }],
    ["t is full", { code: "UNEXPECTED", position: 5, facts: { found: "full", expected: "empty" } }],
    ["t = 'a'", { code: "UNEXPECTED", position: 4, facts: { found: "'a'", expected: "value" } }],
    ["t = ab", { code: "UNEXPECTED", position: 4, facts: { found: "ab", expected: "value" } }],
    ['t in "a"', { code: "UNEXPECTED", position: 5, facts: { found: '"a"', expected: "list" } }],
    ["t in ()", { code: "UNEXPECTED", position: 6, facts: { found: ")", expected: "value" } }],
    ['t in ("a" "b")', { code: "UNEXPECTED", position: 10, facts: { found: '"b"', expected: "list-end" } }],
    ['d = FROM_TODAY("5")', { code: "UNEXPECTED", position: 15, facts: { found: '"5"', expected: "argument" } }],
    ["(a = 1", { code: "UNEXPECTED", position: 6, facts: { found: "", expected: "group-end" } }],
    ["a = 1)", { code: "UNEXPECTED", position: 5, facts: { found: ")", expected: "end" } }],
    ["a = 1 b = 2", { code: "UNEXPECTED", position: 6, facts: { found: "b", expected: "and-or" } }],
    ["a = 1 and", { code: "UNEXPECTED", position: 9, facts: { found: "", expected: "field" } }],
    ["a = 1 limit 5", { code: "UNEXPECTED", position: 6, facts: { found: "limit", expected: "and-or" } }],
    ['t = "abc', { code: "UNFINISHED_TEXT", position: 4, facts: { found: '"abc' } }],
    [String.raw`t = "abc\"`, { code: "UNFINISHED_TEXT", position: 4 }],
    ['t = "a\tb"', { code: "CONTROL_CHARACTER", position: 6 }],
    [String.raw`t = "a\\\x"`, { code: "UNKNOWN_ESCAPE", position: 8, facts: { found: String.raw`\x` } }],
  ])("cannot be %s", (text, problem) => {
    expect(problemOf(() => parseCondition(text))).toMatchObject(problem);
  });

  it("may be long, and nested as deep as anybody writes", () => {
    const long = Array.from({ length: 5000 }, (_, index) => `n = ${index}`).join(" or ");
    expect(parseCondition(`${"(".repeat(100)}${long}${")".repeat(100)}`)).toMatchObject({ kind: "or" });
    const deeper = () => parseCondition(`${"(".repeat(101)}a = 1${")".repeat(101)}`);
    expect(problemOf(deeper)).toEqual({ code: "TOO_DEEP", position: 100, facts: { max: 100 } });
  });
});

describe("A query", () => {
  it.each<[string, string | undefined, Omit<Query, "condition">]>([
    ["", undefined, { orderBy: [] }],
    ["limit 10", undefined, { orderBy: [], limit: 10 }],
    ["offset 30", undefined, { orderBy: [], offset: 30 }],
    ["limit = 10", 'limit = "10"', { orderBy: [] }],
    [
      "a = 1 order by 更新日時 desc, $id asc limit 20 offset 40",
      'a = "1"',
      orders(["更新日時", "desc"], ["$id", "asc"]),
    ],
    ["order by a, b desc limit 20 offset 40", undefined, orders(["a", "asc"], ["b", "desc"])],
  ])("%s", (text, condition, rest) => {
    const query = parseQuery(text);
    expect(query.condition && shown(query.condition)).toBe(condition);
    expect({ ...query, orderBy: query.orderBy.map(({ field, direction }) => ({ field, direction })) }).toEqual({
      ...(query.condition && { condition: query.condition }),
      ...rest,
    });
  });

  it.each<[string, number, string]>([
    ["a = 1 limit 5 order by a", 14, "end"],
    ["limit 5 offset 1 limit 2", 17, "end"],
    ["order by a limit x", 17, "number"],
    ["order by a limit -1", 17, "number"],
    ["order by", 8, "field"],
    ["a = 1 order a", 6, "and-or"],
  ])("cannot be %s", (text, position, expected) => {
    expect(problemOf(() => parseQuery(text))).toMatchObject({ code: "UNEXPECTED", position, facts: { expected } });
  });
});

function orders(...by: Array<[string, "asc" | "desc"]>): Omit<Query, "condition"> {
  return { orderBy: by.map(([field, direction]) => ({ field, direction })) as Query["orderBy"], limit: 20, offset: 40 };
}
