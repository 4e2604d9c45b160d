import type { App } from "../domain/app";
import { findField } from "../domain/form";
import type { Properties, Property } from "../domain/form";
import { asMoment } from "../field-types/date-time";
import { plainDecimal } from "../field-types/number";
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
  const { decimalPlaces, roundingMode } = app.settings.general.numberPrecision;
  const values = { ...given };
  const done = new Set<string>();
  const scope = { decimalPlaces: Number(decimalPlaces), roundingMode, field: operandOf };

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
    return rows.flatMap((row) => asOperand(found.property, row.values[code]));
  }

  function work(property: Property): void {
    if (done.has(property.code)) return;
    done.add(property.code);
    values[property.code] = "";
    try {
      const result = evaluate(parseExpression(property.expression ?? ""), scope);
      values[property.code] =
        property.type === "CALC" ? formatResult(result, property.format ?? "NUMBER") : String(result);
    } catch (error) {
      if (!(error instanceof NotCalculable)) throw error;
    }
  }

  Object.values(properties).filter(isCalculated).forEach(work);
  return values;
}

/** Empty counts as 0; dates and times count as seconds (observed). */
function asOperand(property: Property, value: Value | undefined): Operand {
  if (Array.isArray(value)) return value as string[];
  const text = value ?? "";
  switch (property.type) {
    case "NUMBER":
    case "RECORD_NUMBER":
      return Number(text);
    case "CALC":
      return property.format?.startsWith("NUMBER") ? Number(text) : seconds(text);
    case "DATE":
    case "DATETIME":
    case "TIME":
    case "CREATED_TIME":
    case "UPDATED_TIME":
      return seconds(text);
    default:
      return text;
  }
}

function seconds(text: string): number {
  if (text === "") return 0;
  const clock = /^(\d+):(\d{2})$/.exec(text);
  return clock ? Number(clock[1]) * 3600 + Number(clock[2]) * 60 : Date.parse(text) / 1000;
}

/** `TIME` is a time of day, `HOUR_MINUTE` and `DAY_HOUR_MINUTE` a length; seconds are cut (observed). */
function formatResult(result: Operand, format: string): string {
  if (typeof result !== "number") return "";
  const minutes = Math.trunc(result / 60);
  const clock = (total: number) =>
    `${String(Math.trunc(total / 60)).padStart(2, "0")}:${String(Math.abs(total % 60)).padStart(2, "0")}`;
  switch (format) {
    case "DATETIME":
      return asMoment(new Date(result * 1000));
    case "DATE":
      return asMoment(new Date(result * 1000)).slice(0, 10);
    case "TIME":
      return clock(((minutes % 1440) + 1440) % 1440);
    case "HOUR_MINUTE":
    case "DAY_HOUR_MINUTE":
      return clock(minutes);
    default:
      return plainDecimal(String(result)) ?? "";
  }
}
