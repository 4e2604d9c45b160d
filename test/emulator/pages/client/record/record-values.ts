import type { FieldProperty } from "./form-definition";

/** A record as REST and event objects carry it. */
export type KintoneRecord = Record<string, Cell>;

export interface Cell {
  type: string;
  value: unknown;
  /** Set by a handler: shown under the field, and a submission is called off. */
  error?: string | null;
  /** Set by a handler: the field cannot be edited. */
  disabled?: boolean;
}

export interface TableRow {
  id?: string | null;
  value: KintoneRecord;
}

export interface StoredFile {
  fileKey: string;
  name: string;
  contentType: string;
  size: string;
}

export interface Entity {
  code: string;
  name: string;
}

/** Types that only kintone writes. */
const systemTypes = new Set([
  "__ID__",
  "__REVISION__",
  "RECORD_NUMBER",
  "CREATOR",
  "CREATED_TIME",
  "MODIFIER",
  "UPDATED_TIME",
  "STATUS",
  "STATUS_ASSIGNEE",
  "CATEGORY",
  "CALC",
]);

const notInRecords = new Set(["REFERENCE_TABLE", "GROUP", "LABEL", "SPACER", "HR"]);

export function isEditable(type: string): boolean {
  return !systemTypes.has(type) && !notInRecords.has(type);
}

function isSelection(type: string): boolean {
  return type === "USER_SELECT" || type === "ORGANIZATION_SELECT" || type === "GROUP_SELECT";
}

/** What a create screen starts with. */
export function newRecord(properties: Record<string, FieldProperty>, now: Date, timeZone: string): KintoneRecord {
  const record: KintoneRecord = {};
  for (const [code, property] of Object.entries(properties)) {
    if (isEditable(property.type) || property.type === "CALC") record[code] = newCell(property, now, timeZone);
  }
  return record;
}

export function newRow(table: FieldProperty, now: Date, timeZone: string): TableRow {
  return { id: null, value: newRecord(table.fields ?? {}, now, timeZone) };
}

function newCell(property: FieldProperty, now: Date, timeZone: string): Cell {
  const { type, defaultValue } = property;
  if (type === "SUBTABLE") return { type, value: [newRow(property, now, timeZone)] };
  if (type === "FILE") return { type, value: [] };
  if (property.defaultNowValue) return { type, value: nowFor(type, now, timeZone) };
  if (Array.isArray(defaultValue)) return { type, value: structuredClone(defaultValue) as unknown };
  return { type, value: defaultValue ?? "" };
}

function nowFor(type: string, now: Date, timeZone: string): string {
  if (type === "DATETIME") return `${now.toISOString().slice(0, 16)}:00Z`;
  // The Swedish form is the ISO form.
  const local = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(now);
  return type === "DATE" ? local.slice(0, 10) : local.slice(11, 16);
}

/** What a save sends: editable fields, and of each only the value. */
export function valuesToSend(
  record: KintoneRecord,
  properties: Record<string, FieldProperty>,
): Record<string, { value: unknown }> {
  const values: Record<string, { value: unknown }> = {};
  for (const [code, cell] of Object.entries(record)) {
    const property = properties[code];
    if (!property || !isEditable(property.type)) continue;
    values[code] = { value: valueToSend(cell, property) };
  }
  return values;
}

function valueToSend({ value }: Cell, property: FieldProperty): unknown {
  if (property.type === "SUBTABLE") {
    return (value as TableRow[]).map((row) => ({
      ...(row.id ? { id: row.id } : {}),
      value: valuesToSend(row.value, property.fields ?? {}),
    }));
  }
  if (property.type === "FILE") return (value as StoredFile[]).map(({ fileKey }) => ({ fileKey }));
  if (isSelection(property.type)) return (value as Entity[]).map(({ code }) => ({ code }));
  return value;
}
