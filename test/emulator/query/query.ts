import { readFileSync } from "node:fs";
import peggy from "peggy";
import { limitTooLarge, offsetTooLarge } from "../errors/queries";
import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";

/** A query as a tree. */
export interface Query {
  condition: Condition | undefined;
  order: SortKey[];
  limit: number | undefined;
  offset: number | undefined;
}

export type Condition = { kind: "and" | "or"; conditions: Condition[] } | Comparison;

export interface Comparison {
  kind: "comparison";
  /** A field code, `$id`, or `<related records>.<field>`. */
  field: string;
  operator: string;
  operands: Operand[];
}

export type Operand = { kind: "literal"; text: string } | { kind: "function"; name: string; args: string[] };

export interface SortKey {
  field: string;
  direction: "asc" | "desc";
}

const parser = peggy.generate(readFileSync(new URL("./query.peggy", import.meta.url), "utf8"));

/** @throws CB_VA01 with `errors.query`, GAIA_QU01, GAIA_QU02 */
export function parseQuery(text: string): Query {
  const query = parseTree(text);
  if (query.limit !== undefined && query.limit < 0) throw invalidParameter("query", sentences.badQuery);
  if (query.offset !== undefined && query.offset < 0) throw invalidParameter("query", sentences.badQuery);
  if ((query.limit ?? 0) > 500) throw limitTooLarge();
  if ((query.offset ?? 0) > 10_000) throw offsetTooLarge();
  return query;
}

function parseTree(text: string): Query {
  try {
    return parser.parse(text) as Query;
  } catch (error) {
    if (error instanceof parser.SyntaxError) throw invalidParameter("query", sentences.badQuery);
    throw error;
  }
}

/** The query as text; parsing it gives the same tree. */
export function printQuery(query: Query): string {
  const parts = [
    query.condition && printCondition(query.condition),
    query.order.length > 0 && `order by ${query.order.map((key) => `${key.field} ${key.direction}`).join(", ")}`,
    query.limit !== undefined && `limit ${query.limit}`,
    query.offset !== undefined && `offset ${query.offset}`,
  ];
  return parts.filter(Boolean).join(" ");
}

function printCondition(condition: Condition): string {
  if (condition.kind !== "comparison") {
    return condition.conditions
      .map((inner) => (inner.kind === "comparison" ? printCondition(inner) : `(${printCondition(inner)})`))
      .join(` ${condition.kind} `);
  }
  const { field, operator, operands } = condition;
  const values = operands.map(printOperand).join(", ");
  if (operator === "in" || operator === "not in") return `${field} ${operator} (${values})`;
  return values === "" ? `${field} ${operator}` : `${field} ${operator} ${values}`;
}

const escapes: Record<string, string> = { '"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function printOperand(operand: Operand): string {
  if (operand.kind === "function") return `${operand.name}(${operand.args.join(", ")})`;
  return `"${operand.text.replace(/["\\\t\n\r]/g, (character) => escapes[character] ?? character)}"`;
}
