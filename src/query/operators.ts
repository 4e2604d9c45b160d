import type { AskedField } from "./asked-field";
import type { Comparison, Operator } from "./query";
import { QueryError } from "./query-error";

const ORDER: readonly Operator[] = ["=", "!=", ">", "<", ">=", "<="];
const MEMBERSHIP: readonly Operator[] = ["in", "not in"];
const WORDS: readonly Operator[] = ["like", "not like"];
const EMPTINESS: readonly Operator[] = ["is empty", "is not empty"];

/** The families of field types that are compared in the same way. */
export type Family = "number" | "text" | "long text" | "file" | "choice" | "status" | "people" | "moment";

/** https://cybozu.dev/ja/kintone/docs/overview/query/, "operators and functions for each field". */
const FAMILY: Record<string, Family> = {
  __ID__: "number",
  RECORD_NUMBER: "number",
  NUMBER: "number",
  CALC: "number",
  SINGLE_LINE_TEXT: "text",
  LINK: "text",
  MULTI_LINE_TEXT: "long text",
  RICH_TEXT: "long text",
  FILE: "file",
  CHECK_BOX: "choice",
  RADIO_BUTTON: "choice",
  DROP_DOWN: "choice",
  MULTI_SELECT: "choice",
  STATUS: "status",
  CREATOR: "people",
  MODIFIER: "people",
  STATUS_ASSIGNEE: "people",
  USER_SELECT: "people",
  ORGANIZATION_SELECT: "people",
  GROUP_SELECT: "people",
  DATE: "moment",
  TIME: "moment",
  DATETIME: "moment",
  CREATED_TIME: "moment",
  UPDATED_TIME: "moment",
};

const OPERATORS: Record<Family, readonly Operator[]> = {
  number: [...ORDER, ...MEMBERSHIP],
  text: ["=", "!=", ...MEMBERSHIP, ...WORDS],
  "long text": [...WORDS, ...EMPTINESS],
  file: [...WORDS, ...EMPTINESS],
  choice: MEMBERSHIP,
  status: ["=", "!=", ...MEMBERSHIP],
  people: MEMBERSHIP,
  moment: ORDER,
};

/** The family of the field, after making sure that it takes the operator. */
export function familyOf({ operator, position }: Comparison, field: AskedField): Family {
  const family = Object.hasOwn(FAMILY, field.type) ? FAMILY[field.type] : undefined;
  const facts = { field: field.code, type: field.type, operator };
  if (!family) throw new QueryError("TYPE_NOT_SEARCHABLE", position, facts);
  const operators = field.table === undefined ? OPERATORS[family] : inTables(OPERATORS[family]);
  if (operators.includes(operator)) return family;
  const isForbiddenInTables = OPERATORS[family].includes(operator);
  const code = isForbiddenInTables ? "OPERATOR_NOT_IN_TABLE" : "OPERATOR_NOT_FOR_TYPE";
  throw new QueryError(code, position, { ...facts, operators });
}

/**
 * "For fields in tables use in and not in instead of = and !=" (the page above), which goes for dates and times as well; the other operators do as
 * outside (measured, SonicGarden/kintone-emulator doc/kintone-query-behavior.md: GAIA_IQ07 for the two).
 */
function inTables(operators: readonly Operator[]): readonly Operator[] {
  const others = operators.filter((operator) => operator !== "=" && operator !== "!=");
  return [...new Set([...others, ...(operators.includes("=") ? MEMBERSHIP : [])])];
}
