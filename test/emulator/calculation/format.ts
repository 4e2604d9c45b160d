import { printDecimal } from "../field-types/decimal";
import type { Decimal } from "../field-types/decimal";

/** `¥1,100`, `¥-0.50` with two places. */
export function formatYen(value: Decimal, places: number): string {
  const [integer = "", fraction = ""] = printDecimal(value).split(".");
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, ",");
  return `¥${grouped}${places > 0 ? `.${fraction.padEnd(places, "0")}` : ""}`;
}

/** `seconds` since 1970 in a form such as `YYYY-MM-dd HH:mm`. `system` is the time zone of the domain. */
export function formatDate(seconds: number, form: string, timezone: string): string {
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.getTime())) return "";
  const timeZone = timezone === "system" ? "Asia/Tokyo" : timezone;
  const format = (options: Intl.DateTimeFormatOptions, calendar = "ja-JP-u-ca-gregory") =>
    Object.fromEntries(
      new Intl.DateTimeFormat(calendar, { timeZone, ...options })
        .formatToParts(moment)
        .map((part) => [part.type, part.value]),
    );
  const numeric = { hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric" } as const;
  const { year = "", month = "", day = "", hour = "" } = format(numeric);
  const minute = String(Number(format({ minute: "numeric" }).minute));
  const half = String(Number(hour) % 12);
  const era = format({ era: "short", year: "numeric" }, "ja-JP-u-ca-japanese");
  const two = (text: string) => text.padStart(2, "0");
  const parts: Record<string, string> = {
    YYYY: year.padStart(4, "0"),
    YY: two(year.slice(-2)),
    G: era.era ?? "",
    y: era.year ?? "",
    MM: two(month),
    M: month,
    dd: two(day),
    d: day,
    E: format({ weekday: "short" }).weekday ?? "",
    a: Number(hour) < 12 ? "午前" : "午後",
    HH: two(String(Number(hour))),
    H: String(Number(hour)),
    hh: two(half === "0" ? "12" : half),
    h: half === "0" ? "12" : half,
    mm: two(minute),
    m: minute,
    ss: two(String(moment.getUTCSeconds())),
    s: String(moment.getUTCSeconds()),
  };
  return form.replace(/YYYY|YY|MM|dd|HH|hh|mm|ss|[GyMdEaHhms]/g, (part) => parts[part] ?? part);
}
