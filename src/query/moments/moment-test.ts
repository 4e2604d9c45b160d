import type { AskedField } from "../asked-field";
import type { QueryContext } from "../context";
import type { Comparison, FunctionCall, Operand } from "../query";
import { QueryError } from "../query-error";
import { isDenial, orderingOf } from "../values/comparing";
import { refuseFunction, refuseOrderOfEmpty, refuseValue, type ValueTest } from "../values/value-test";
import { dayIn } from "./day";
import { dayWritten, instantWritten, timeWritten } from "./literals";
import { isOfDays, periodOf } from "./period";

/** What an operand means: texts whose order is that of time, from the first to the last, and how the value of a cell becomes such a text. */
interface Span {
  from: string;
  to: string;
  textOf(value: string): string | undefined;
}

/**
 * Dates, times and instants. A function for days means all of them: `=` is one of the days, `<` before the first, `>` after the last, `<=` not after the
 * last. An instant is on the day that it is where the user lives (measured for TODAY and its neighbours, SonicGarden/kintone-emulator
 * doc/kintone-query-behavior.md; UNCONFIRMED(spans-in-time-zone) for weeks, months and years, where nothing else would make sense).
 *
 * An empty field equals `""`, and is neither before nor after anything: UNCONFIRMED(empty-moments) for dates and times. Empty numbers are smaller than any (measured);
 * the reading is taken that puts back fewer records.
 */
export function momentTest(comparison: Comparison, field: AskedField, context: QueryContext): ValueTest {
  const spans = comparison.operands.map((operand) => spanOf(operand, field, context));
  const ordering = orderingOf(comparison.operator);
  if (ordering && spans.includes(undefined)) refuseOrderOfEmpty(comparison, field);
  if (ordering) return (value) => isWritten(value) && ordering(difference(value, spans[0]));
  const denies = isDenial(comparison.operator);
  return (value) => spans.some((span) => difference(value, span) === 0) !== denies;
}

/** Undefined: the empty value. */
function spanOf(operand: Operand, field: AskedField, context: QueryContext): Span | undefined {
  if (operand.kind === "function") return spanOfCall(operand, field, context);
  if (operand.text === "") return undefined;
  const textOf = WRITTEN[field.type] ?? instantWritten;
  const text = textOf(operand.text) ?? refuseValue(operand, field);
  return { from: text, to: text, textOf };
}

const WRITTEN: Record<string, (text: string) => string | undefined> = { DATE: dayWritten, TIME: timeWritten };

function spanOfCall(call: FunctionCall, field: AskedField, { now, timeZone }: QueryContext): Span {
  const isInstant = field.type !== "DATE" && field.type !== "TIME";
  if (call.name === "NOW" && isInstant) return momentOf(call, now);
  if (!isOfDays(call) || field.type === "TIME") return refuseFunction(call, field);
  const dayOfInstant = dayIn(timeZone);
  const textOf = isInstant ? (value: string) => dayOfInstant(new Date(value)) : dayWritten;
  return { ...periodOf(call, dayOfInstant(now)), textOf };
}

/** To the second and less; that kintone compares instants so exactly is UNCONFIRMED(exact-instants). What it stores has whole minutes. */
function momentOf({ name, arguments: args, position }: FunctionCall, now: Date): Span {
  if (args.length > 0) throw new QueryError("FUNCTION_ARGUMENTS", position, { function: name });
  return { from: now.toISOString(), to: now.toISOString(), textOf: instantWritten };
}

function difference(value: unknown, span: Span | undefined): number {
  if (!isWritten(value) || !span) return Number(isWritten(value)) - Number(Boolean(span));
  const text = span.textOf(value) ?? "";
  if (text < span.from) return -1;
  return text > span.to ? 1 : 0;
}

function isWritten(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
