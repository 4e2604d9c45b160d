import fc from "fast-check";

/** A type of field as a generator sees it: what is written into records, what is asked, and with which operators. */
export interface KindOfField {
  type: string;
  definition?: object;
  /** Whether a table may have it. */
  inTables: boolean;
  /** Written by a record; absent for what kintone sets itself. */
  value?: fc.Arbitrary<unknown>;
  operand: fc.Arbitrary<string>;
  operators: readonly string[];
}

const ORDER = ["=", "!=", ">", "<", ">=", "<="];
const MEMBERSHIP = ["in", "not in"];
const LIKE = ["like", "not like"];
const EMPTY = ["is empty", "is not empty"];

const quoted = (texts: readonly string[]) => fc.constantFrom(...texts.map((text) => JSON.stringify(text)));
const either = (...texts: string[]) => fc.constantFrom(...texts);
const some = (...texts: string[]) => fc.subarray(texts);
const people = (...codes: string[]) => some(...codes).map((chosen) => chosen.map((code) => ({ code })));

const NUMBERS = ["0", "-1", "5", "0.5", "10", "123456789012.5", "-0.25"];
const TEXTS = ["", "abc", "abc ", " abc", "b", `${"x".repeat(64)}A`, `${"x".repeat(64)}B`];
const PROSE = ["", " \n", "gamma keyword", "外観検査の結果", "検査 keyword2", "Keyword, ﾃｽﾄ", "森"];
const KEYWORDS = ["keyword", "KEYWORD", "key", "検査", "検", "観検", "テスト", "森", "keyword 検査", "ｇａｍｍａ"];
const DAYS = [
  "2026-11-20",
  "2026-11-01",
  "2026-10-31",
  "2026-12-31",
  "2027-01-01",
  "2025-11-20",
  "2026-11-15",
  "2026-11-22",
];
// Around midnight of the time zones that are asked in.
const INSTANTS = DAYS.flatMap((day) => [
  `${day}T15:00:00Z`,
  `${day}T14:59:00Z`,
  `${day}T10:00:00Z`,
  `${day}T09:59:00Z`,
]);
const OPTIONS = { 赤: { label: "赤", index: "0" }, 青: { label: "青", index: "1" }, 黄: { label: "黄", index: "2" } };
const COLOURS = Object.keys(OPTIONS);

const units = either("DAYS", "WEEKS", "MONTHS", "YEARS");
const weekday = either("", "SUNDAY", "WEDNESDAY", "SATURDAY");
const periods = fc.oneof(
  either("TODAY()", "YESTERDAY()", "TOMORROW()", "THIS_YEAR()", "LAST_YEAR()", "NEXT_YEAR()"),
  fc.tuple(fc.integer({ min: -40, max: 40 }), units).map(([count, unit]) => `FROM_TODAY(${count}, ${unit})`),
  fc.tuple(either("LAST", "THIS", "NEXT"), weekday).map(([which, day]) => `${which}_WEEK(${day})`),
  fc
    .tuple(either("LAST", "THIS", "NEXT"), either("", "LAST", "1", "20", "31"))
    .map(([which, day]) => `${which}_MONTH(${day})`),
);
const instants = fc.oneof(periods, quoted(INSTANTS), either("NOW()"));
const choice = {
  definition: { options: OPTIONS },
  inTables: true,
  operand: quoted(["", ...COLOURS]),
  operators: MEMBERSHIP,
};
const text = { inTables: true, operand: quoted(TEXTS), operators: ["=", "!=", ...MEMBERSHIP] };
const prose = { inTables: true, value: either(...PROSE), operand: quoted(KEYWORDS), operators: [...LIKE, ...EMPTY] };
const person = {
  inTables: false,
  operand: fc.oneof(quoted(["admin", "sato"]), either("LOGINUSER()")),
  operators: MEMBERSHIP,
};
const system = { inTables: false, operand: instants, operators: ORDER };

export const KINDS: readonly KindOfField[] = [
  {
    ...{ type: "NUMBER", inTables: true, value: either("", ...NUMBERS), operators: [...ORDER, ...MEMBERSHIP] },
    operand: fc.oneof(quoted([...NUMBERS, "05", "5e0", "５", "+.5"]), either("5", "-1", "0.5")),
  },
  { type: "SINGLE_LINE_TEXT", ...text, value: either(...TEXTS) },
  { type: "LINK", ...text, value: either("", "https://a.jp/abc"), operand: quoted(["", "https://a.jp/abc ", "abc"]) },
  { type: "MULTI_LINE_TEXT", ...prose },
  { type: "RICH_TEXT", ...prose, value: either("", ...PROSE.slice(2).map((line) => `<div>${line}</div>`)) },
  { type: "CHECK_BOX", ...choice, value: some(...COLOURS) },
  { type: "MULTI_SELECT", ...choice, value: some(...COLOURS) },
  { type: "DROP_DOWN", ...choice, value: either("", ...COLOURS) },
  { type: "RADIO_BUTTON", ...choice, value: either(...COLOURS), operand: quoted(COLOURS) },
  {
    type: "DATE",
    inTables: true,
    value: either("", ...DAYS),
    operand: fc.oneof(periods, quoted(DAYS)),
    operators: ORDER,
  },
  { type: "DATETIME", inTables: true, value: either("", ...INSTANTS), operand: instants, operators: ORDER },
  {
    ...{ type: "TIME", inTables: true, value: either("", "00:00", "09:05", "23:59") },
    ...{ operand: quoted(["00:00", "09:05", "12:00", "23:59"]), operators: ORDER },
  },
  { type: "USER_SELECT", ...person, inTables: true, value: people("admin", "sato") },
  { type: "GROUP_SELECT", ...person, inTables: true, value: people("auditors"), operand: quoted(["auditors"]) },
  { type: "ORGANIZATION_SELECT", ...person, inTables: true, value: people("qa"), operand: quoted(["qa"]) },
  { type: "CREATOR", ...person },
  { type: "MODIFIER", ...person },
  { type: "CREATED_TIME", ...system },
  { type: "UPDATED_TIME", ...system },
  {
    type: "RECORD_NUMBER",
    inTables: false,
    operand: either("5", '"007"', '"１２"', '"+9"'),
    operators: [...ORDER, ...MEMBERSHIP],
  },
];
