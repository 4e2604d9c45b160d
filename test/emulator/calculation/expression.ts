import { readFileSync } from "node:fs";
import peggy from "peggy";

/** A formula as a tree. */
export type Expression =
  | { kind: "number"; text: string }
  | { kind: "text"; value: string }
  | { kind: "field"; code: string }
  | { kind: "negative"; operand: Expression }
  | { kind: "operation"; operator: string; left: Expression; right: Expression }
  | { kind: "call"; name: string; args: Expression[] };

const parser = peggy.generate(readFileSync(new URL("./expression.peggy", import.meta.url), "utf8"));
const parsed = new Map<string, Expression>();

/** Undefined when the text is no formula. */
export function parseExpression(text: string): Expression | undefined {
  const known = parsed.get(text);
  if (known) return known;
  try {
    const expression = parser.parse(text) as Expression;
    parsed.set(text, expression);
    return expression;
  } catch (error) {
    if (error instanceof parser.SyntaxError) return undefined;
    throw error;
  }
}

/** The calls of functions in a formula, outer ones first. */
export function callsIn(expression: Expression): Array<Extract<Expression, { kind: "call" }>> {
  switch (expression.kind) {
    case "call":
      return [expression, ...expression.args.flatMap(callsIn)];
    case "negative":
      return callsIn(expression.operand);
    case "operation":
      return [...callsIn(expression.left), ...callsIn(expression.right)];
    default:
      return [];
  }
}

/** The field codes that a formula uses. */
export function fieldsIn(expression: Expression): string[] {
  switch (expression.kind) {
    case "field":
      return [expression.code];
    case "negative":
      return fieldsIn(expression.operand);
    case "operation":
      return [...fieldsIn(expression.left), ...fieldsIn(expression.right)];
    case "call":
      return expression.args.flatMap(fieldsIn);
    default:
      return [];
  }
}
