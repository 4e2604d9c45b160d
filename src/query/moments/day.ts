/** A day of the calendar, `2026-11-20`. Days are in the order of their texts. */
export type Day = string;

const DAY = 24 * 60 * 60 * 1000;

/** The day that it is at an instant where the user lives. */
export function dayIn(timeZone: string): (instant: Date) => Day {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
  });
  return (instant) => {
    const parts = format.formatToParts(instant);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
    return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
  };
}

/** Undefined: the calendar has no such day, or not in four digits. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDay = year >= 1 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay ? date.toISOString().slice(0, 10) : undefined;
}

/** Undefined: that is beyond the years with four digits. */
export function daysLater(day: Day, days: number): Day | undefined {
  const date = new Date(Date.parse(day) + days * DAY);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** 0 for Sunday to 6. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay();
}

/** A month of a year, counted on: the month after December 2026 is January 2027. */
export interface Month {
  year: number;
  /** 1 to 12. */
  month: number;
}

export function monthLater(day: Day, months: number): Month {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const counted = year * 12 + (month - 1) + months;
  return { year: Math.floor(counted / 12), month: (((counted % 12) + 12) % 12) + 1 };
}

export function lastDayOf({ year, month }: Month): Day | undefined {
  return [31, 30, 29, 28].map((day) => dayOf(year, month, day)).find((day) => day !== undefined);
}
