/** Days and times of day as a user's time zone has them. */
const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(moment: Date, timezone: string): Record<string, string> {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone: timezone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(timezone, format);
  }
  return Object.fromEntries(format.formatToParts(moment).map((part) => [part.type, part.value]));
}

/** `2026-11-20` */
export function localDate(moment: Date, timezone: string): string {
  const { year, month, day } = partsOf(moment, timezone);
  return `${(year ?? "").padStart(4, "0")}-${month ?? ""}-${day ?? ""}`;
}

/** `09:30` */
export function localTime(moment: Date, timezone: string): string {
  const { hour, minute } = partsOf(moment, timezone);
  return `${hour ?? ""}:${minute ?? ""}`;
}

/** The instant at which a day begins in a time zone. */
export const startOfDay = (date: string, timezone: string): Date => instantOf(`${date}T00:00`, timezone);

/** The instant at which it is `2026-11-20T09:30` in a time zone. */
export function instantOf(local: string, timezone: string): Date {
  const guess = Date.parse(`${local}:00Z`);
  const { year, month, day, hour, minute } = partsOf(new Date(guess), timezone);
  const seen = Date.parse(`${year ?? ""}-${month ?? ""}-${day ?? ""}T${hour ?? ""}:${minute ?? ""}:00Z`);
  return new Date(guess - (seen - guess));
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day of the same number `months` later, or the last day of that month. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export const dayOfWeek = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
