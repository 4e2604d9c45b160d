/** A condition as kintone writes it, taken apart. Plain data: it can be kept, sent and compared. */
export type Condition = Comparison | Junction;

/** `and` binds tighter than `or`; what stands in parentheses is a junction of its own unless it is of the same kind. */
export interface Junction {
  kind: "and" | "or";
  conditions: Condition[];
}

export type Operator =
  "=" | "!=" | ">" | "<" | ">=" | "<=" | "in" | "not in" | "like" | "not like" | "is empty" | "is not empty";

export interface Comparison {
  kind: "comparison";
  /** A field code, `$id`, or a field of related records: `list.field`. */
  field: string;
  operator: Operator;
  /** One; any number for `in` and `not in`; none for `is empty` and `is not empty`. */
  operands: Operand[];
  /** Where it begins in the text, counted from 0. */
  position: number;
}

export type Operand = Value | FunctionCall;

/** A text in quotes, or a number without them: `5` and `"5"` are the same. */
export interface Value {
  kind: "value";
  text: string;
  position: number;
}

export interface FunctionCall {
  kind: "function";
  /** Without the parentheses: `FROM_TODAY`. */
  name: string;
  arguments: string[];
  position: number;
}

export interface Order {
  field: string;
  direction: "asc" | "desc";
  position: number;
}

/** A whole query: what is asked for, in which order, and which part of it. */
export interface Query {
  /** Absent: every record. */
  condition?: Condition;
  orderBy: Order[];
  limit?: number;
  offset?: number;
}

/** The comparisons of a condition, in the order of the text. */
export function comparisonsOf(condition: Condition): Comparison[] {
  return condition.kind === "comparison" ? [condition] : condition.conditions.flatMap(comparisonsOf);
}
