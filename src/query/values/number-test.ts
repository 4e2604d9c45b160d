import type { AskedField } from "../asked-field";
import type { Comparison, Value } from "../query";
import { QueryError } from "../query-error";
import { isDenial, orderingOf } from "./comparing";
import { compareDecimals, type Decimal, decimalOf } from "./decimal";
import { refuseOrderOfEmpty, refuseValue, type ValueTest, valuesOf } from "./value-test";

/** Ids are whole: kintone reads no `5.0` or `5e0` there (measured, as below). */
const WHOLE = /^[-+]?[0-9０-９]+$/;

/** What is shown as a date or a time. That such a field is compared as a number, and which one, is UNCONFIRMED(calculated-times-in-queries). */
const TIMES = ["DATE", "TIME", "DATETIME", "HOUR_MINUTE", "DAY_HOUR_MINUTE"];

/**
 * Numbers, as measured by SonicGarden/kintone-emulator (packages/core/tests/api/record/records-query-compare.test.ts, run against kintone): every
 * digit counts, `05` and `5e0` are 5, an empty field is no 0 but equals `""` and is smaller than any number.
 *
 * What is no number kintone takes, and answers without any record, or with all of them for `not in`. Here it is refused: nobody means that, and
 * records would be put back by it.
 */
export function numberTest(comparison: Comparison, field: AskedField): ValueTest {
  const { operator, position } = comparison;
  if (field.format !== undefined && TIMES.includes(field.format)) {
    throw new QueryError("CALCULATED_TIME", position, { field: field.code, type: field.type });
  }
  const wanted = valuesOf(comparison, field).map((value) => numberOf(value, field));
  const ordering = orderingOf(operator);
  if (ordering && wanted.includes(undefined)) refuseOrderOfEmpty(comparison, field);
  if (ordering) return (value) => ordering(compare(numberOfCell(value, field), wanted[0]));
  return (value) => {
    const number = numberOfCell(value, field);
    return wanted.some((one) => compare(number, one) === 0) !== isDenial(operator);
  };
}

function numberOf(value: Value, field: AskedField): Decimal | undefined {
  if (value.text === "") return undefined;
  const isId = field.type === "__ID__" || field.type === "RECORD_NUMBER";
  const number = isId && !WHOLE.test(value.text) ? undefined : decimalOf(value.text);
  return number ?? refuseValue(value, field);
}

/** Before a record number stands the app's code, if it has one: `SALES-14`. */
function numberOfCell(value: unknown, { type }: AskedField): Decimal | undefined {
  if (typeof value !== "string") return undefined;
  return decimalOf(type === "RECORD_NUMBER" ? (/\d+$/.exec(value)?.[0] ?? "") : value);
}

function compare(one: Decimal | undefined, other: Decimal | undefined): number {
  if (one && other) return compareDecimals(one, other);
  return Number(Boolean(one)) - Number(Boolean(other));
}
