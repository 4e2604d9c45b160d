import type { Span } from "./rule";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/**
 * What clocks on the wall show at a moment, as a date whose UTC fields are theirs. Times of one zone can be compared by it,
 * but for the hour that comes twice when summer time ends.
 *
 * @param timeZone IANA name
 */
export function wallClock(timeZone: string): (moment: Date) => Date {
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" },
  });
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const [hours, minutes, seconds] = [part("hour"), part("minute"), part("second")];
    return new Date(Date.UTC(part("year"), part("month") - 1, part("day"), hours, minutes, seconds));
  };
}

/** One text for all times of the same day, of the same week, and so on. */
export const PERIODS = {
  daily: (time: Date) => time.toISOString().slice(0, "2026-11-30".length),
  weekly: isoWeek,
  monthly: (time: Date) => time.toISOString().slice(0, "2026-11".length),
  yearly: (time: Date) => time.toISOString().slice(0, "2026".length),
} as const;

/** ISO 8601: weeks begin on Monday and belong to the year that has their Thursday. */
function isoWeek(time: Date): string {
  const weekday = (time.getUTCDay() + 6) % 7;
  const thursday = new Date(time.getTime() + (3 - weekday) * DAY);
  const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - firstOfYear) / (7 * DAY)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
}

/** So much earlier. A month before the 31st of March is the 3rd of March, as the 31st of February would be: restic's `AddDate`. */
export function earlier(time: Date, { years, months, days, hours }: Span): Date {
  const date = new Date(time);
  date.setUTCFullYear(date.getUTCFullYear() - years, date.getUTCMonth() - months, date.getUTCDate() - days);
  return new Date(date.getTime() - hours * HOUR);
}
