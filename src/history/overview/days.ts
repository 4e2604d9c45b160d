/** A day as `yyyy-MM-dd`, in whatever time zone was asked for. Such texts are in order as they are sorted. */
export type Day = string;

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Says on which day of a time zone a moment lies; `undefined` for what is no date.
 *
 * @param timeZone IANA name
 */
export function daysOf(timeZone: string): (isoOrDate: string | Date) => Day | undefined {
  // Swedish dates are `yyyy-MM-dd` (CLDR).
  const format = new Intl.DateTimeFormat("sv", { timeZone });
  return (isoOrDate) => {
    const date = new Date(isoOrDate);
    return Number.isNaN(date.getTime()) ? undefined : format.format(date);
  };
}

/** So many days later, or earlier. Days are counted on the calendar: one on which clocks are changed is a day too. */
export function dayAfter(day: Day, days = 1): Day {
  return new Date(Date.parse(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, "2026-11-23".length);
}

/** How many days lie between the two; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY);
}

/** Every day from the first to the last, both included. */
export function everyDay(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, at) => dayAfter(first, at));
}
