import type { App } from "../domain/app";
import { findField } from "../domain/form";
import type { Properties, Property } from "../domain/form";
import { asMoment } from "../field-types/date-time";
import { precisionOf, printDecimal, readDecimal, round, whole } from "../field-types/decimal";
import type { Decimal } from "../field-types/decimal";
import { fieldValue } from "../records/field-value";
import type { StoredRecord, TableRow, Value, Values } from "../records/record";
import { evaluate, NotCalculable } from "./evaluate";
import type { Operand } from "./evaluate";
import { parseExpression } from "./expression";

/** The record with its calculated fields worked out; those in tables first, row by row. */
export function calculate(record: StoredRecord, app: App): StoredRecord {
  const { properties } = app.settings;
  const values: Values = { ...record.values };
  for (const table of Object.values(properties)) {
    if (!table.fields || !hasFormula(table.fields)) continue;
    const rows = (values[table.code] ?? []) as TableRow[];
    const calculated = rows.map((row) => ({
      ...row,
      values: calculateIn(table.fields ?? {}, row.values, { ...record, values }, app),
    }));
    values[table.code] = calculated;
  }
  if (!hasFormula(properties)) return { ...record, values };
  return { ...record, values: calculateIn(properties, values, { ...record, values }, app) };
}

const isCalculated = (property: Property): boolean =>
  property.type === "CALC" || (property.type === "SINGLE_LINE_TEXT" && Boolean(property.expression));

const hasFormula = (properties: Properties): boolean => Object.values(properties).some(isCalculated);

/** One calculated field may use another, in any order; one that would use itself is empty. */
function calculateIn(properties: Properties, given: Values, record: StoredRecord, app: App): Values {
  const values = { ...given };
  const done = new Set<string>();
  const scope = { precision: precisionOf(app.settings.general.numberPrecision), field: operandOf };

  function operandOf(code: string): Operand {
    const own = properties[code];
    if (own) {
      if (isCalculated(own)) work(own);
      return asOperand(own, own.code in values ? values[own.code] : fieldValue(record, own, app));
    }
    const found = findField(app.settings.properties, code);
    if (!found) throw new NotCalculable();
    if (found.table === undefined) return asOperand(found.property, fieldValue(record, found.property, app));
    const rows = (record.values[found.table] ?? []) as TableRow[];
    return rows.map((row) => asOperand(found.property, row.values[code]));
  }

  function work(property: Property): void {
    if (done.has(property.code)) return;
    done.add(property.code);
    values[property.code] = "";
    try {
      const formula = parseExpression(property.expression ?? "");
      if (formula) values[property.code] = shown(evaluate(formula, scope), property);
    } catch (error) {
      if (!(error instanceof NotCalculable)) throw error;
    }
  }

  Object.values(properties).filter(isCalculated).forEach(work);
  return values;
}

/** Dates and times count as seconds; choices and texts as text (measured). */
function asOperand(property: Property, value: Value | undefined): Operand {
  if (Array.isArray(value)) return value as string[];
  const text = value ?? "";
  switch (property.type) {
    case "NUMBER":
      return text === "" ? null : (readDecimal(text) ?? null);
    case "CALC":
      if (text === "") return null;
      return property.format?.startsWith("NUMBER") ? (readDecimal(text) ?? null) : seconds(text);
    case "DATE":
    case "DATETIME":
    case "TIME":
    case "CREATED_TIME":
    case "UPDATED_TIME":
      return text === "" ? null : seconds(text);
    default:
      return text;
  }
}

function seconds(text: string): Decimal {
  const clock = /^(-?)(\d+):(\d{2})$/.exec(text);
  if (!clock) return whole(Date.parse(text) / 1000);
  const total = Number(clock[2]) * 3600 + Number(clock[3]) * 60;
  return whole(clock[1] === "-" ? -total : total);
}

/** A formula in a text field gives text only, one in a calculated field numbers and truth values only (measured). */
function shown(result: Operand, { type, format }: Property): string {
  if (result === null || Array.isArray(result)) return "";
  if (type !== "CALC") return typeof result === "object" ? printDecimal(result) : String(result);
  if (typeof result === "boolean") return result ? "1" : "0";
  return typeof result === "string" ? "" : formatResult(result, format ?? "NUMBER");
}

/** `TIME` is a time of day, `HOUR_MINUTE` and `DAY_HOUR_MINUTE` a length; seconds are cut (measured). */
function formatResult(result: Decimal, format: string): string {
  if (format.startsWith("NUMBER")) return printDecimal(result);
  const total = Number(round(result, 0, "DOWN").units);
  const minutes = Math.trunc(total / 60);
  switch (format) {
    case "DATETIME":
      return moment(total);
    case "DATE":
      return moment(total).slice(0, 10);
    case "TIME":
      return clock(((minutes % 1440) + 1440) % 1440);
    default:
      return `${minutes < 0 ? "-" : ""}${clock(Math.abs(minutes))}`;
  }
}

function moment(total: number): string {
  const date = new Date(total * 1000);
  return Number.isNaN(date.getTime()) ? "" : asMoment(date);
}

const clock = (minutes: number): string =>
  [Math.trunc(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
