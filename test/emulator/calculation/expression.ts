import { readFileSync } from "node:fs";
import peggy from "peggy";
import { badFormula } from "../errors";

/** A formula as a tree. */
export type Expression =
  | { kind: "number"; value: number }
  | { kind: "text"; value: string }
  | { kind: "field"; code: string }
  | { kind: "negative"; operand: Expression }
  | { kind: "operation"; operator: string; left: Expression; right: Expression }
  | { kind: "call"; name: string; args: Expression[] };

const parser = peggy.generate(readFileSync(new URL("./expression.peggy", import.meta.url), "utf8"));
const parsed = new Map<string, Expression>();

/** @throws GAIA_IL01 */
export function parseExpression(text: string): Expression {
  const known = parsed.get(text);
  if (known) return known;
  try {
    const expression = parser.parse(text) as Expression;
    parsed.set(text, expression);
    return expression;
  } catch (error) {
    if (error instanceof parser.SyntaxError) throw badFormula(text);
    throw error;
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
