import { invalidArguments } from "../errors/queries";
import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { readDate, readMoment } from "../field-types/date-time";
import type { Kind } from "../field-types/field-type";
import { printDecimal, readDecimal, withAsciiDigits } from "../field-types/decimal";
import { startOfDay } from "./calendar";
import { daySpan } from "./functions";
import type { Asker, Search } from "./match";
import type { Comparison, Operand } from "./query";
import { containsWords } from "./words";

/** Does a field with these texts (none: empty) fit? */
type Matcher = (texts: readonly string[]) => boolean;

/** A value on the right as what it stands for: a point, or a span from its beginning up to, not including, its end. */
interface Span {
  from: number;
  until: number;
}

/** The right side of a comparison, worked out once for all records. */
export function matcherFor(condition: Comparison, kind: Kind, asker: Asker): Matcher {
  const { operator, operands } = condition;
  switch (operator) {
    case "is empty":
      return (texts) => texts.every((text) => text.trim() === "");
    case "is not empty":
      return (texts) => texts.some((text) => text.trim() !== "");
    case "like":
    case "not like": {
      const keyword = literal(operands[0]);
      const wanted = operator === "like";
      return (texts) => texts.some((text) => containsWords(text, keyword)) === wanted && isCounted(asker.search);
    }
    default:
      if (kind === "text") return textual(operator, operands);
      return kind === "number" || kind === "date" || kind === "datetime" || kind === "time"
        ? measured(operator, operands, kind, asker)
        : named(operator, operands, asker);
  }
}

const maxSearchHits = 100_000;

function isCounted(search: Search | undefined): boolean {
  if (!search) return true;
  if (search.hits >= maxSearchHits) search.isAborted = true;
  else search.hits++;
  return !search.isAborted;
}

/** A condition on the primary organization of a user who has none does not count at all (cybozu.dev "query"). */
function isIgnored(operand: Operand, asker: Asker): boolean {
  return operand.kind === "function" && operand.name === "PRIMARY_ORGANIZATION" && nameOf(operand, asker) === "";
}

function named(operator: string, operands: Operand[], asker: Asker): Matcher {
  if (operands.some((operand) => isIgnored(operand, asker))) return () => true;
  const wanted = new Set(operands.map((operand) => nameOf(operand, asker)));
  const positive = operator === "=" || operator === "in";
  return (texts) => (texts.length === 0 ? wanted.has("") : texts.some((text) => wanted.has(text))) === positive;
}

/** 64 characters of a text count, and no spaces at its end (measured, SonicGarden/kintone-emulator `records-query-compare.test.ts`). */
const comparedText = (text: string): string => [...text].slice(0, 64).join("").replace(/ +$/, "");

function textual(operator: string, operands: Operand[]): Matcher {
  const wanted = new Set(operands.map((operand) => comparedText(literal(operand))));
  const positive = operator === "=" || operator === "in";
  return (texts) => wanted.has(comparedText(texts[0] ?? "")) === positive;
}

function measured(operator: string, operands: Operand[], kind: Kind, asker: Asker): Matcher {
  const spans = operands.map((operand) => spanOf(operand, kind, asker));
  const isIn = (value: number | undefined) =>
    spans.some((span) => (span && value !== undefined ? isWithin(value, span) : span === value));
  // An empty number is less than every number (measured, rex0220/kintone-sql-tools).
  const empty = kind === "number" ? -Infinity : undefined;
  const compare: Record<string, (value: number, span: Span) => boolean> = {
    ">": (value, span) => value > span.from && !isWithin(value, span),
    ">=": (value, span) => value >= span.from,
    "<": (value, span) => value < span.from,
    "<=": (value, span) => value < span.until || value === span.from,
  };
  return (texts) => {
    const value = texts[0] === undefined ? undefined : amount(texts[0], kind);
    if (operator === "=" || operator === "in") return isIn(value);
    if (operator === "!=" || operator === "not in") return !isIn(value);
    const [span] = spans;
    const held = value ?? empty;
    return held !== undefined && span !== undefined && (compare[operator]?.(held, span) ?? false);
  };
}

const isWithin = (value: number, span: Span): boolean =>
  value === span.from || (value >= span.from && value < span.until);

/** Numbers compare as numbers, moments as milliseconds; a record number is its number, with or without the app's code. */
export function amount(text: string, kind: Kind): number {
  switch (kind) {
    case "number":
      return Number(/^[A-Za-z0-9_]*[A-Za-z_][A-Za-z0-9_]*-(\d+)$/.exec(text)?.[1] ?? text);
    case "time":
      return Date.parse(`1970-01-01T${text}:00Z`);
    default:
      return Date.parse(text);
  }
}

/** Undefined stands for "empty". */
function spanOf(operand: Operand, kind: Kind, asker: Asker): Span | undefined {
  if (operand.kind === "function") return functionSpan(operand.name, operand.args, kind, asker);
  if (operand.text === "") return undefined;
  const text = readOperand(operand.text, kind);
  if (text === undefined) throw invalidParameter("query", sentences.badQuery);
  const from = amount(text, kind);
  return { from, until: from };
}

/** What is no number is equal to none, and no error (measured: `" 5"` finds nothing). */
const noNumber = "NaN";

function readOperand(text: string, kind: Kind): string | undefined {
  switch (kind) {
    case "number": {
      const number = readDecimal(withAsciiDigits(text));
      if (number) return printDecimal(number);
      return /^\w+-\d+$/.test(text) ? text : noNumber;
    }
    case "date":
      return readDate(text);
    case "time":
      return /^([01]?\d|2[0-3]):[0-5]\d$/.test(text) ? text.padStart(5, "0") : undefined;
    default:
      return readMoment(text);
  }
}

function functionSpan(name: string, args: string[], kind: Kind, asker: Asker): Span {
  const now = asker.domain.now();
  if (name === "NOW") {
    if (args.length > 0) throw invalidArguments();
    return { from: now.getTime(), until: now.getTime() };
  }
  const { from, until } = daySpan(name, args, now, asker.timezone);
  const at = (date: string) => (kind === "date" ? Date.parse(date) : startOfDay(date, asker.timezone).getTime());
  return { from: at(from), until: at(until) };
}

function literal(operand: Operand | undefined): string {
  if (operand?.kind !== "literal") throw invalidArguments();
  return operand.text;
}

function nameOf(operand: Operand, asker: Asker): string {
  if (operand.kind === "literal") return operand.text;
  if (operand.args.length > 0) throw invalidArguments();
  if (operand.name === "LOGINUSER") return asker.userCode;
  return asker.domain.people.users.get(asker.userCode)?.organizations[0] ?? "";
}
