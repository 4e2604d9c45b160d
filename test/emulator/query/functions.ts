import { invalidArguments, invalidDayOfMonth, invalidUnit } from "../errors/queries";
import { addDays, addMonths, dayOfWeek, localDate } from "./calendar";

/** Days from `from` up to, not including, `until`, in the user's calendar. */
interface DaySpan {
  from: string;
  until: string;
}

const weekdays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];
const offsets: Record<string, number> = { LAST: -1, THIS: 0, NEXT: 1 };

/** What a date function means on the day that `now` is in the user's time zone. @throws GAIA_IL08, GAIA_IQ23, GAIA_IQ25 */
export function daySpan(name: string, args: readonly string[], now: Date, timezone: string): DaySpan {
  const today = localDate(now, timezone);
  const plain: Record<string, number> = { TODAY: 0, YESTERDAY: -1, TOMORROW: 1 };
  if (name in plain) {
    if (args.length > 0) throw invalidArguments();
    return oneDay(addDays(today, plain[name] ?? 0));
  }
  if (name === "FROM_TODAY") return oneDay(fromToday(today, args));
  const [which = "", unit = ""] = name.split("_");
  const offset = offsets[which];
  if (offset === undefined || args.length > 1) throw invalidArguments();
  if (unit === "WEEK") return week(today, offset, args[0]);
  if (unit === "MONTH") return month(today, offset, args[0]);
  if (unit === "YEAR" && args.length === 0) return year(today, offset);
  throw invalidArguments();
}

const oneDay = (date: string): DaySpan => ({ from: date, until: addDays(date, 1) });

function fromToday(today: string, args: readonly string[]): string {
  const [count, unit] = args;
  if (args.length !== 2 || count === undefined || !/^-?\d+$/.test(count)) throw invalidArguments();
  switch (unit) {
    case "DAYS":
      return addDays(today, Number(count));
    case "WEEKS":
      return addDays(today, 7 * Number(count));
    case "MONTHS":
      return addMonths(today, Number(count));
    case "YEARS":
      return addMonths(today, 12 * Number(count));
    default:
      throw invalidUnit();
  }
}

function week(today: string, offset: number, day: string | undefined): DaySpan {
  const sunday = addDays(today, 7 * offset - dayOfWeek(today));
  if (day === undefined) return { from: sunday, until: addDays(sunday, 7) };
  const index = weekdays.indexOf(day);
  if (index < 0) throw invalidArguments();
  return oneDay(addDays(sunday, index));
}

/** A day that the month does not have is the first of the next month (as the notes of observation guess; UNCONFIRMED(day-that-month-lacks)). */
function month(today: string, offset: number, day: string | undefined): DaySpan {
  const first = addMonths(`${today.slice(0, 8)}01`, offset);
  const next = addMonths(first, 1);
  if (day === undefined) return { from: first, until: next };
  if (day === "LAST") return oneDay(addDays(next, -1));
  if (!/^\d+$/.test(day) || Number(day) < 1 || Number(day) > 31) throw invalidDayOfMonth(day);
  const wanted = addDays(first, Number(day) - 1);
  return oneDay(wanted < next ? wanted : next);
}

function year(today: string, offset: number): DaySpan {
  const first = addMonths(`${today.slice(0, 4)}-01-01`, 12 * offset);
  return { from: first, until: addMonths(first, 12) };
}
