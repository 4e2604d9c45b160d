import {
  compareDecimals,
  isTooLong,
  negated,
  over,
  plus,
  printDecimal,
  readDecimal,
  round,
  times,
  whole,
  zero,
} from "../field-types/decimal";
import type { Decimal, Precision, RoundingMode } from "../field-types/decimal";
import { formatDate, formatYen } from "./format";
import type { Expression } from "./expression";

/** Dates and times are seconds; `null` is a field that is not filled in; a list is a field of a table or a multiple choice. */
export type Operand = Decimal | string | boolean | null | Operand[];

interface Scope {
  field(code: string): Operand;
  /** App setting `numberPrecision`. */
  precision: Precision;
}

/** What cannot be calculated; the field is then empty. */
export class NotCalculable extends Error {}

/**
 * Each number that is written and each result on the way is rounded, not only the last one: `1 / 3 * 3` is 0.9999 (measured).
 * @throws NotCalculable
 */
export function evaluate(expression: Expression, scope: Scope): Operand {
  switch (expression.kind) {
    case "number":
      return kept(readDecimal(expression.text) ?? zero, scope);
    case "text":
      return expression.value;
    case "field":
      return scope.field(expression.code);
    case "negative":
      return kept(negated(asNumber(evaluate(expression.operand, scope))), scope);
    case "operation":
      return operate(expression.operator, evaluate(expression.left, scope), evaluate(expression.right, scope), scope);
    case "call":
      return call(expression.name, expression.args, scope);
  }
}

/** A number as the app keeps it. @throws NotCalculable when it has too many digits */
function kept(value: Decimal, { precision }: Scope): Decimal {
  const rounded = round(value, precision.decimalPlaces, precision.roundingMode);
  if (isTooLong(rounded, precision)) throw new NotCalculable();
  return rounded;
}

function operate(operator: string, left: Operand, right: Operand, scope: Scope): Operand {
  switch (operator) {
    case "+":
      return kept(plus(asNumber(left), asNumber(right)), scope);
    case "-":
      return kept(plus(asNumber(left), negated(asNumber(right))), scope);
    case "*":
      return kept(times(asNumber(left), asNumber(right)), scope);
    case "/":
      return kept(divide(asNumber(left), asNumber(right), scope), scope);
    case "^":
      return kept(power(asNumber(left), asNumber(right), scope), scope);
    case "&":
      return asText(left) + asText(right);
    default:
      return compare(operator, left, right);
  }
}

function divide(left: Decimal, right: Decimal, { precision }: Scope): Decimal {
  if (right.units === 0n) throw new NotCalculable();
  return over(left, right, precision.decimalPlaces, precision.roundingMode);
}

/** Exponents from -100 to 100; their fraction is cut, and only the result is rounded (measured). */
function power(base: Decimal, exponent: Decimal, scope: Scope): Decimal {
  const count = Number(round(exponent, 0, "DOWN").units);
  if (Math.abs(count) > 100) throw new NotCalculable();
  let result = whole(1);
  for (let step = 0; step < Math.abs(count); step++) result = times(result, base);
  return count < 0 ? divide(whole(1), result, scope) : result;
}

function compare(operator: string, left: Operand, right: Operand): boolean {
  const order = orderOf(left, right);
  switch (operator) {
    case "=":
      return order === 0;
    case "!=":
    case "<>":
      return order !== 0;
  }
  if (order === undefined) throw new NotCalculable();
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Not filled in is 0 beside a number and "" beside a text; values of two kinds are not equal and have no order. */
function orderOf(left: Operand, right: Operand): number | undefined {
  if (Array.isArray(left) || Array.isArray(right)) throw new NotCalculable();
  const isText = typeof left === "string" || typeof right === "string";
  const [a, b] = [left ?? (isText ? "" : zero), right ?? (isText ? "" : zero)];
  if (typeof a === "object" && typeof b === "object") return compareDecimals(a, b);
  if (typeof a !== typeof b) return undefined;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function call(name: string, args: Expression[], scope: Scope): Operand {
  const value = (index: number): Operand => {
    const argument = args[index];
    if (!argument) throw new NotCalculable();
    return evaluate(argument, scope);
  };
  const rounding = (mode: RoundingMode) =>
    kept(round(asNumber(value(0)), args[1] ? asInteger(value(1)) : 0, mode), scope);
  switch (name) {
    case "SUM":
      return args
        .flatMap((_, index) => summands(value(index)))
        .reduce((sum, item) => kept(plus(sum, item), scope), zero);
    case "IF":
      return isTrue(value(0)) ? value(1) : value(2);
    case "AND":
      return args.map((_, index) => isTrue(value(index))).every(Boolean);
    case "OR":
      return args.map((_, index) => isTrue(value(index))).some(Boolean);
    case "NOT":
      return !isTrue(value(0));
    case "ROUND":
      return rounding("HALF_UP");
    case "ROUNDUP":
      return rounding("UP");
    case "ROUNDDOWN":
      return rounding("DOWN");
    case "YEN":
      return formatYen(rounding("HALF_UP"), args[1] ? asInteger(value(1)) : 0);
    case "CONTAINS":
      return contains(value(0), asText(value(1)));
    case "DATE_FORMAT":
      return formatDate(asInteger(value(0)), asText(value(1)), asText(value(2)));
    default:
      throw new NotCalculable();
  }
}

/** A table without rows has no sum; one with empty cells has 0 (measured). */
function summands(value: Operand): Decimal[] {
  if (!Array.isArray(value)) return [asNumber(value)];
  if (value.length === 0) throw new NotCalculable();
  return value.map(asNumber);
}

function contains(list: Operand, wanted: string): boolean {
  if (!Array.isArray(list)) throw new NotCalculable();
  return list.some((item) => item === wanted);
}

/** Texts and truth values do not become numbers (measured). */
function asNumber(value: Operand): Decimal {
  if (value === null) return zero;
  if (typeof value !== "object" || Array.isArray(value)) throw new NotCalculable();
  return value;
}

const asInteger = (value: Operand): number => Number(round(asNumber(value), 0, "DOWN").units);

function asText(value: Operand): string {
  if (Array.isArray(value)) throw new NotCalculable();
  if (value === null) return "";
  return typeof value === "object" ? printDecimal(value) : String(value);
}

function isTrue(value: Operand): boolean {
  if (typeof value !== "boolean") throw new NotCalculable();
  return value;
}
