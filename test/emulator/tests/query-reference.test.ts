import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { predicate } from "../query/match";
import { parseQuery } from "../query/query";
import type { Comparison, Condition } from "../query/query";
import { showRecord } from "../records/show";

const domain = createDomain({ now: () => new Date("2026-11-20T03:00:00Z") });
domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
const options = { 赤: { label: "赤", index: "0" }, 青: { label: "青", index: "1" } };
const field = (type: string, code: string, more = {}) => ({ [code]: { type, code, label: code, ...more } });
const app = domain.addApp({
  name: "照合",
  creator: "admin",
  properties: {
    ...field("NUMBER", "数"),
    ...field("SINGLE_LINE_TEXT", "名"),
    ...field("MULTI_LINE_TEXT", "文"),
    ...field("CHECK_BOX", "色", { options }),
    ...field("DROP_DOWN", "択", { options }),
    ...field("USER_SELECT", "人"),
    ...field("DATE", "日"),
    ...field("TIME", "時"),
    ...field("SUBTABLE", "表", { fields: { ...field("NUMBER", "値"), ...field("SINGLE_LINE_TEXT", "行") } }),
  },
});

interface Cell {
  type: string;
  value: unknown;
}
type Cells = Record<string, Cell>;

/** The slow way: looks at the JSON that REST answers, one condition at a time, as https://cybozu.dev/ja/kintone/docs/overview/query/ says. */
function holds(condition: Condition, record: Cells): boolean {
  if (condition.kind === "or") return condition.conditions.some((part) => holds(part, record));
  if (condition.kind === "comparison") return holdsAlone(condition, record);
  const inner = condition.conditions.filter((part) => part.kind === "comparison" && isInner(part));
  const others = condition.conditions.filter((part) => !inner.includes(part));
  return others.every((part) => holds(part, record)) && (inner.length === 0 || inRows(inner as Comparison[], record));
}

const isInner = ({ field: code }: Comparison): boolean => code === "値" || code === "行";
const rowsOf = (record: Cells): Cells[] => (record["表"]?.value as Array<{ value: Cells }>).map(({ value }) => value);

/** One row must fit all that is said positively, and all rows all that is said negatively; without rows nothing fits. */
function inRows(conditions: Comparison[], record: Cells): boolean {
  const rows = rowsOf(record);
  const isNegative = ({ operator }: Comparison) => operator.startsWith("not");
  const positive = conditions.filter((condition) => !isNegative(condition));
  const fits = (row: Cells, all: Comparison[]) => all.every((one) => compared(one, row[one.field] as Cell));
  if (rows.length === 0 || !rows.every((row) => fits(row, conditions.filter(isNegative)))) return false;
  return positive.length === 0 || rows.some((row) => fits(row, positive));
}

function holdsAlone(condition: Comparison, record: Cells): boolean {
  if (isInner(condition)) return inRows([condition], record);
  return compared(condition, record[condition.field] as Cell);
}

function compared({ operator, operands }: Comparison, { type, value }: Cell): boolean {
  const wanted = operands.map((operand) => (operand.kind === "literal" ? operand.text : ""));
  const held = (Array.isArray(value) ? value : [value ?? ""]).map((one: unknown) =>
    typeof one === "object" && one !== null ? (one as { code: string }).code : String(one),
  );
  const values = held.length === 0 ? [""] : held;
  const same = (a: string, b: string) =>
    type === "NUMBER" && a !== "" && b !== "" ? Number(a) === Number(b) : a === b;
  const isAmong = values.some((one) => wanted.some((other) => same(one, other)));
  const text = values[0] ?? "";
  const isFound = text.split(" ").includes(wanted[0] ?? "");
  const asNumber = (one: string) => (one === "" ? -Infinity : Number(one));
  const amount = (one: string) => (type === "NUMBER" ? asNumber(one) : one);
  const [left, right] = [amount(text), amount(wanted[0] ?? "")];
  const hasOrder = type === "NUMBER" || text !== "";
  switch (operator) {
    case "=":
    case "in":
      return isAmong;
    case "!=":
    case "not in":
      return !isAmong;
    case "like":
      return isFound;
    case "not like":
      return !isFound;
    case "is empty":
      return text.trim() === "";
    case "is not empty":
      return text.trim() !== "";
    case ">":
      return hasOrder && left > right;
    case "<":
      return hasOrder && left < right;
    case ">=":
      return hasOrder && left >= right;
    default:
      return hasOrder && left <= right;
  }
}

const numbers = fc.constantFrom("1", "2", "10", "-0.5");
const texts = fc.constantFrom("alpha", "beta", "alpha beta", "あ");
const dates = fc.constantFrom("2026-11-19", "2026-11-20", "2027-01-01");
const times = fc.constantFrom("08:59", "09:00", "17:30");
const colours = fc.constantFrom("赤", "青");
const users = fc.constantFrom("admin", "sato");
const orEmpty = (values: fc.Arbitrary<string>) => fc.oneof(values, fc.constant(""));

const record = fc.record({
  数: orEmpty(numbers),
  名: orEmpty(texts),
  文: fc.oneof(texts, fc.constantFrom("", " \n")),
  色: fc.uniqueArray(colours),
  択: orEmpty(colours),
  人: fc.uniqueArray(users),
  日: orEmpty(dates),
  時: orEmpty(times),
  表: fc.array(fc.record({ 値: orEmpty(numbers), 行: orEmpty(texts) }), { maxLength: 3 }),
});

const comparisonOf = (code: string, operators: string[], values: fc.Arbitrary<string>): fc.Arbitrary<Condition> =>
  fc
    .tuple(fc.constantFrom(...operators), fc.array(values, { minLength: 1, maxLength: 3 }))
    .map(([operator, chosen]): Comparison => {
      const most = operator.endsWith("in") ? chosen.length : 1;
      const count = operator.startsWith("is") ? 0 : most;
      const operands = chosen.slice(0, count).map((text) => ({ kind: "literal" as const, text }));
      return { kind: "comparison", field: code, operator, operands };
    });
const order = ["=", "!=", ">", "<", ">=", "<="];
const membership = ["in", "not in"];
const comparison = fc.oneof(
  comparisonOf("数", [...order, ...membership], numbers),
  comparisonOf("数", ["=", "!=", ...membership], fc.constant("")),
  comparisonOf("名", ["=", "!=", ...membership], orEmpty(texts)),
  comparisonOf("名", ["like", "not like"], fc.constantFrom("alpha", "beta")),
  comparisonOf("文", ["like", "not like", "is empty", "is not empty"], fc.constantFrom("alpha", "beta")),
  comparisonOf("色", membership, orEmpty(colours)),
  comparisonOf("択", membership, orEmpty(colours)),
  comparisonOf("人", membership, users),
  comparisonOf("日", order, dates),
  comparisonOf("時", order, times),
  comparisonOf("値", [">", "<", ">=", "<=", ...membership], numbers),
  comparisonOf("行", membership, orEmpty(texts)),
);
const condition = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      conditions: fc.array(tie("node"), { minLength: 2, maxLength: 4 }),
    }),
  ),
})).node;

describe("evaluating a condition", () => {
  it("finds what looking at each record by hand finds", () => {
    const asker = { domain, app, properties: app.settings.properties, userCode: "admin", timezone: "Asia/Tokyo" };
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 4 }), condition, (inputs, tree) => {
        const matches = predicate(tree, asker);
        for (const input of inputs) {
          const { id } = app.addRecord({
            ...Object.fromEntries(Object.entries(input).map(([code, value]) => [code, { value }])),
            人: { value: input.人.map((code) => ({ code })) },
            表: { value: input.表.map((row) => ({ value: { 値: { value: row.値 }, 行: { value: row.行 } } })) },
          });
          const stored = app.records.get(id);
          if (!stored) throw new Error("not stored");
          const shown = showRecord(stored, domain, app, () => true) as Cells;
          expect({ tree, shown, found: matches(stored) }).toEqual({ tree, shown, found: holds(tree, shown) });
          app.records.delete(id);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("ignores the primary organization of a user who has none", () => {
    // https://cybozu.dev/ja/kintone/docs/overview/query/ : the other conditions decide alone
    const own = domain.addApp({ name: "組織", creator: "admin", properties: field("ORGANIZATION_SELECT", "組") });
    const { id } = own.addRecord({});
    const stored = own.records.get(id);
    const asker = { domain, app: own, properties: own.settings.properties, userCode: "admin", timezone: "Asia/Tokyo" };
    for (const operator of membership) {
      const { condition: only } = parseQuery(`組 ${operator} (PRIMARY_ORGANIZATION())`);
      expect(stored && predicate(only, asker)(stored)).toBe(true);
    }
  });
});
