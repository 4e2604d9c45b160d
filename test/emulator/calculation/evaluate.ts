import { localDate, localTime } from "../query/calendar";
import type { Expression } from "./expression";

/** Dates and times are seconds; a list is a field of a table or a multiple choice. */
export type Operand = number | string | Array<number | string>;

interface Scope {
  field(code: string): Operand;
  /** Digits behind the point of a quotient, and how it is rounded (app setting `numberPrecision`). */
  decimalPlaces: number;
  roundingMode: string;
}

/** What cannot be calculated; the field is then empty. */
export class NotCalculable extends Error {}

/** @throws NotCalculable */
export function evaluate(expression: Expression, scope: Scope): Operand {
  switch (expression.kind) {
    case "number":
    case "text":
      return expression.value;
    case "field":
      return scope.field(expression.code);
    case "negative":
      return -asNumber(evaluate(expression.operand, scope));
    case "operation":
      return operate(expression.operator, evaluate(expression.left, scope), evaluate(expression.right, scope), scope);
    case "call":
      return call(expression.name, expression.args, scope);
  }
}

function operate(operator: string, left: Operand, right: Operand, scope: Scope): Operand {
  switch (operator) {
    case "+":
      return exact(asNumber(left) + asNumber(right));
    case "-":
      return exact(asNumber(left) - asNumber(right));
    case "*":
      return exact(asNumber(left) * asNumber(right));
    case "/":
      return divide(asNumber(left), asNumber(right), scope);
    case "^":
      return power(asNumber(left), Math.trunc(asNumber(right)));
    case "&":
      return asText(left) + asText(right);
    default:
      return compare(operator, left, right) ? 1 : 0;
  }
}

/** Decimal arithmetic leaves no binary dust. */
const exact = (value: number): number => Number(value.toPrecision(15));

function divide(left: number, right: number, { decimalPlaces, roundingMode }: Scope): number {
  if (right === 0) throw new NotCalculable();
  return round(left / right, decimalPlaces, roundingMode);
}

/** Exponents from -100 to 100; their fraction is cut (observed). */
function power(base: number, exponent: number): number {
  if (Math.abs(exponent) > 100) throw new NotCalculable();
  return exact(base ** exponent);
}

function compare(operator: string, left: Operand, right: Operand): boolean {
  const [a, b] = typeof left === "number" && typeof right === "number" ? [left, right] : [asText(left), asText(right)];
  switch (operator) {
    case "=":
      return a === b;
    case "!=":
    case "<>":
      return a !== b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    default:
      return a >= b;
  }
}

function call(name: string, args: Expression[], scope: Scope): Operand {
  const value = (index: number): Operand => {
    const argument = args[index];
    if (!argument) throw new NotCalculable();
    return evaluate(argument, scope);
  };
  const number = (index: number) => asNumber(value(index));
  switch (name) {
    case "SUM":
      return exact(args.flatMap((_, index) => value(index)).reduce((sum: number, item) => sum + asNumber(item), 0));
    case "IF":
      return isTrue(value(0)) ? value(1) : value(2);
    case "AND":
      return args.every((_, index) => isTrue(value(index))) ? 1 : 0;
    case "OR":
      return args.some((_, index) => isTrue(value(index))) ? 1 : 0;
    case "NOT":
      return isTrue(value(0)) ? 0 : 1;
    case "ROUND":
      return round(number(0), args[1] ? number(1) : 0, "HALF_UP");
    case "ROUNDUP":
      return round(number(0), args[1] ? number(1) : 0, "UP");
    case "ROUNDDOWN":
      return round(number(0), args[1] ? number(1) : 0, "DOWN");
    case "YEN":
      return `¥${round(number(0), args[1] ? number(1) : 0, "HALF_UP").toLocaleString("en-US", { maximumFractionDigits: 10 })}`;
    case "CONTAINS":
      return contains(value(0), asText(value(1))) ? 1 : 0;
    case "DATE_FORMAT":
      return formatDate(number(0), asText(value(1)), asText(value(2)));
    default:
      throw new NotCalculable();
  }
}

function contains(list: Operand, wanted: string): boolean {
  if (!Array.isArray(list)) throw new NotCalculable();
  return list.some((item) => String(item) === wanted);
}

function formatDate(seconds: number, format: string, timezone: string): string {
  const moment = new Date(seconds * 1000);
  const zone = timezone === "system" ? "Asia/Tokyo" : timezone;
  const [year = "", month = "", day = ""] = localDate(moment, zone).split("-");
  const [hour = "", minute = ""] = localTime(moment, zone).split(":");
  const parts: Record<string, string> = {
    YYYY: year,
    MM: month,
    dd: day,
    HH: hour,
    mm: minute,
    ss: "00",
    M: String(Number(month)),
    d: String(Number(day)),
    H: String(Number(hour)),
    m: String(Number(minute)),
  };
  return format.replace(/YYYY|MM|dd|HH|mm|ss|M|d|H|m/g, (part) => parts[part] ?? part);
}

function round(value: number, places: number, mode: string): number {
  const scale = 10 ** places;
  const scaled = exact(value * scale);
  const whole = Math.trunc(scaled);
  const rest = Math.abs(exact(scaled - whole));
  const away = whole + Math.sign(scaled);
  const isUp = rest > 0 && (mode === "UP" || rest > 0.5 || (rest === 0.5 && (mode === "HALF_UP" || whole % 2 !== 0)));
  return exact((mode !== "DOWN" && isUp ? away : whole) / scale);
}

function asNumber(value: Operand): number {
  if (typeof value === "number") return value;
  if (typeof value === "string" && value === "") return 0;
  const number = typeof value === "string" ? Number(value) : NaN;
  if (!Number.isFinite(number)) throw new NotCalculable();
  return number;
}

function asText(value: Operand): string {
  if (Array.isArray(value)) throw new NotCalculable();
  return String(value);
}

const isTrue = (value: Operand): boolean => value !== 0 && value !== "" && value !== "0";
