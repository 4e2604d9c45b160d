/** The day the sample was "written": all its dates lie before it (or a little after, for due dates). */
export const BASE_DATE = "2026-11-20";

const DAY = 86_400_000;

/** The date that many days after `date` (before it, when negative), as a DATE field takes it. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The instant of a wall-clock time in Japan, as a DATETIME field takes it: UTC, whole minutes. */
export function instantInJapan(date: string, time: string): string {
  return new Date(`${date}T${time}:00+09:00`).toISOString().replace(".000Z", "Z");
}

/** `HH:MM` from minutes after midnight; past midnight it starts again, as a TIME field does. */
export function timeOfDay(minutes: number): string {
  const withinDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(withinDay / 60)).padStart(2, "0")}:${String(withinDay % 60).padStart(2, "0")}`;
}

/** The date of one of `count` things that happened evenly over the `days` before the base date, in order. */
export function spreadOver(days: number, index: number, count: number): string {
  return addDays(BASE_DATE, Math.ceil(((index + 1) * days) / count) - days);
}
