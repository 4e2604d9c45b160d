import { sentences } from "../errors/sentences";
import { instantOf, localDate, localTime } from "../query/calendar";
import { order, pathOf, rules } from "./field-type";
import type { FieldBeingWritten, FieldType } from "./field-type";

const comparison = ["=", "!=", ...order] as const;
const dayFunctions = ["TODAY", "YESTERDAY", "TOMORROW", "FROM_TODAY"];
const spans = ["WEEK", "MONTH", "YEAR"].flatMap((unit) => ["THIS", "LAST", "NEXT"].map((which) => `${which}_${unit}`));
const dateFunctions = new Set([...dayFunctions, ...spans]);
const momentFunctions = new Set([...dateFunctions, "NOW"]);

function isBlank(input: unknown): input is null | undefined | "" {
  return input === null || input === undefined || input === "";
}

/** `2015`, `2015-7` and `2015-7-1` are dates too; missing parts are the first (kintone.dev REST overview). */
export function readDate(text: string): string | undefined {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (!match) return undefined;
  const [, year = "", month = "1", day = "1"] = match;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  const exists = Number.isFinite(time) && new Date(time).toISOString().startsWith(date);
  return exists && year >= "1000" ? date : undefined;
}

/** Seconds are dropped, as observed. */
export function readMoment(text: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/.exec(text);
  if (!match) {
    const date = readDate(text);
    return date && `${date}T00:00:00Z`;
  }
  const [, date = "", time = "00:00", zone = "Z"] = match;
  if (readDate(date) === undefined) return undefined;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const moment = Date.parse(`${date}T${time}:00${offset}`);
  return Number.isFinite(moment) ? asMoment(new Date(moment)) : undefined;
}

/** Minutes are the finest that kintone answers. */
export const asMoment = (date: Date): string => `${date.toISOString().slice(0, 16)}:00Z`;

const initial =
  (now: (field: FieldBeingWritten) => string): NonNullable<FieldType["initial"]> =>
  (field) =>
    field.property.defaultNowValue ? now(field) : (field.property.defaultValue as string | undefined) || null;

export const date: FieldType = {
  empty: null,
  read(input, field) {
    if (isBlank(input)) return null;
    const value = readDate(String(input));
    if (value === undefined) field.report(pathOf(field, "value"), sentences.notADate);
    return value ?? null;
  },
  show: (value) => value ?? null,
  initial: initial((field) => localDate(field.domain.now(), field.writer.timezone)),
  requiredAt: "value",
  query: rules("date", comparison, true, dateFunctions),
};

/** A default may have been given with seconds, which values lack (read in settings; UNCONFIRMED(default-time-with-seconds)). */
const initialTime = initial((field) => localTime(field.domain.now(), field.writer.timezone));

export const time: FieldType = {
  empty: null,
  read(input, field) {
    if (isBlank(input)) return null;
    const match = /^([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(String(input));
    if (!match) field.report(pathOf(field, "value"), sentences.notATime);
    return match ? `${(match[1] ?? "").padStart(2, "0")}:${match[2] ?? ""}` : null;
  },
  show: (value) => value ?? null,
  initial(field) {
    const given = initialTime(field) as string | null;
    return (field.domain.opposites.has("default-time-with-seconds") ? given : given?.slice(0, "HH:MM".length)) ?? null;
  },
  requiredAt: "value",
  query: rules("time", comparison, true),
};

export const dateTime: FieldType = {
  empty: "",
  read(input, field) {
    if (isBlank(input)) return "";
    const value = readMoment(String(input));
    if (value === undefined) field.report(pathOf(field, "value"), sentences.notADateTime);
    return value ?? "";
  },
  show: (value) => value ?? null,
  initial: (field) => {
    if (field.property.defaultNowValue) return asMoment(field.domain.now());
    const isUtc = field.domain.opposites.has("default-moment-without-zone");
    return defaultMoment(String(field.property.defaultValue ?? ""), isUtc ? "UTC" : field.writer.timezone);
  },
  requiredAt: "value",
  query: rules("datetime", comparison, true, momentFunctions),
};

/** A default without a zone is local time (read in settings; that it is that of whoever adds the record is UNCONFIRMED(default-moment-without-zone)). */
function defaultMoment(text: string, timezone: string): string {
  const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text);
  return local ? asMoment(instantOf(text, timezone)) : (readMoment(text) ?? "");
}

export const systemTime: FieldType = {
  empty: "",
  read: (input, field) =>
    readMoment(String(input)) ?? (field.report(pathOf(field, "value"), sentences.notADateTime), ""),
  show: (value) => value ?? "",
  query: rules("datetime", comparison, true, momentFunctions),
};
