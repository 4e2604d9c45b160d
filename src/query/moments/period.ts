import type { FunctionCall } from "../query";
import { QueryError } from "../query-error";
import { type Day, dayOf, daysLater, lastDayOf, monthLater, weekdayOf } from "./day";

/** Days from the first to the last, both included. */
export interface Period {
  from: Day;
  to: Day;
}

/** First and last day; undefined where the arguments mean no day. */
type Ends = [Day | undefined, Day | undefined];

interface DayFunction {
  mostArguments: number;
  daysOf(today: Day, args: readonly string[]): Ends;
}

const WEEKDAYS = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];

/** https://cybozu.dev/ja/kintone/docs/overview/query/, "functions". */
const FUNCTIONS: Record<string, DayFunction> = {
  TODAY: { mostArguments: 0, daysOf: (today) => only(today) },
  YESTERDAY: { mostArguments: 0, daysOf: (today) => only(daysLater(today, -1)) },
  TOMORROW: { mostArguments: 0, daysOf: (today) => only(daysLater(today, 1)) },
  FROM_TODAY: { mostArguments: 2, daysOf: fromToday },
};
for (const [which, steps] of Object.entries({ LAST: -1, THIS: 0, NEXT: 1 })) {
  FUNCTIONS[`${which}_WEEK`] = { mostArguments: 1, daysOf: (today, [weekday]) => inWeek(today, steps, weekday) };
  FUNCTIONS[`${which}_MONTH`] = { mostArguments: 1, daysOf: (today, [day]) => inMonth(today, steps, day) };
  FUNCTIONS[`${which}_YEAR`] = { mostArguments: 0, daysOf: (today) => ofYear(today, steps) };
}

/** Whether the function means days. */
export function isOfDays({ name }: FunctionCall): boolean {
  return Object.hasOwn(FUNCTIONS, name);
}

/** The days that a function means. Throws for arguments that it cannot have (kintone: GAIA_IQ23, GAIA_IQ25, GAIA_IL08). */
export function periodOf({ name, arguments: args, position }: FunctionCall, today: Day): Period {
  const called = FUNCTIONS[name];
  const [from, to] = called && args.length <= called.mostArguments ? called.daysOf(today, args) : [];
  if (from === undefined || to === undefined) throw new QueryError("FUNCTION_ARGUMENTS", position, { function: name });
  return { from, to };
}

function only(day: Day | undefined): Ends {
  return [day, day];
}

/** A month in which the day is missing gives its last one. UNCONFIRMED(day-that-month-lacks): the documentation says nothing of it. */
function fromToday(today: Day, [count = "", unit]: readonly string[]): Ends {
  if (!/^[-+]?\d{1,6}$/.test(count)) return only(undefined);
  const steps = Number(count);
  if (unit === "DAYS") return only(daysLater(today, steps));
  if (unit === "WEEKS") return only(daysLater(today, 7 * steps));
  if (unit !== "MONTHS" && unit !== "YEARS") return only(undefined);
  const month = monthLater(today, unit === "MONTHS" ? steps : 12 * steps);
  return only(dayOf(month.year, month.month, Number(today.slice(8))) ?? lastDayOf(month));
}

/** Weeks begin on Sunday (measured, SonicGarden/kintone-emulator doc/kintone-query-behavior.md). */
function inWeek(today: Day, steps: number, weekday: string | undefined): Ends {
  const sunday = 7 * steps - weekdayOf(today);
  if (weekday === undefined) return [daysLater(today, sunday), daysLater(today, sunday + 6)];
  const at = WEEKDAYS.indexOf(weekday);
  return only(at < 0 ? undefined : daysLater(today, sunday + at));
}

/** "If the month has no such day, it is the first of the next" (as above). */
function inMonth(today: Day, steps: number, day: string | undefined): Ends {
  const month = monthLater(today, steps);
  const first = dayOf(month.year, month.month, 1);
  if (day === undefined) return [first, lastDayOf(month)];
  if (day === "LAST") return only(lastDayOf(month));
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > 31) return only(undefined);
  const next = monthLater(today, steps + 1);
  return only(dayOf(month.year, month.month, Number(day)) ?? dayOf(next.year, next.month, 1));
}

function ofYear(today: Day, steps: number): Ends {
  const { year } = monthLater(today, 12 * steps);
  return [dayOf(year, 1, 1), dayOf(year, 12, 31)];
}
