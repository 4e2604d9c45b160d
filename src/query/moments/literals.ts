import { type Day, dayOf } from "./day";

const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?:Z|[-+]\d{2}:?\d{2})$/;

/*
 * Values as a query and as a record have them, in the form in which their order is that of texts; undefined for what is none. kintone takes `2015` and
 * `2015-7` too when a date is written; whether a query means a day or the whole year by them is UNCONFIRMED(short-dates-in-queries), so they are none here.
 */

export function dayWritten(text: string): Day | undefined {
  const [, year, month, day] = DAY.exec(text) ?? [];
  return year === undefined ? undefined : dayOf(Number(year), Number(month), Number(day));
}

export function timeWritten(text: string): string | undefined {
  const [, hour = "", minute = "", second = "00"] = TIME.exec(text) ?? [];
  if (hour === "" || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${hour.padStart(2, "0")}:${minute}:${second}`;
}

/** With a time zone: `2026-11-20T09:00:00Z`, `2026-11-20T18:00:00+09:00`. */
export function instantWritten(text: string): string | undefined {
  const [, day = "", time = ""] = INSTANT.exec(text) ?? [];
  if (dayWritten(day) === undefined || timeWritten(time) === undefined) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
