import { sentences } from "../errors/sentences";
import { compareDecimals, isTooLong, precisionOf, printDecimal, readDecimal, round, withAsciiDigits } from "./decimal";
import type { Decimal } from "./decimal";
import { equality, order, pathOf, rules } from "./field-type";
import type { FieldBeingWritten, FieldType } from "./field-type";

/**
 * On the form a number has digits before its point; in a table `.5` and full-width digits are numbers too (measured, as is all
 * else about numbers here, by SonicGarden/kintone-emulator and rex0220/kintone-sql-tools).
 */
function readNumber(input: unknown, inTable: boolean): Decimal | undefined {
  if (typeof input !== "string" && typeof input !== "number") return undefined;
  const text = String(input).trim();
  if (inTable) return readDecimal(withAsciiDigits(text));
  return /^[+-]?\d/.test(text) ? readDecimal(text) : undefined;
}

/** Limits hold for the value as it was sent; what is kept is rounded to the app's decimal places. */
function checked(value: Decimal, field: FieldBeingWritten): string {
  const { minValue, maxValue } = field.property;
  const [least, most] = [readDecimal(minValue ?? ""), readDecimal(maxValue ?? "")];
  const report = (sentence: Parameters<typeof field.report>[1]) => field.report(pathOf(field, "value"), sentence);
  if (most && compareDecimals(value, most) > 0) report(sentences.valueAtMost(maxValue ?? ""));
  if (least && compareDecimals(value, least) < 0) report(sentences.valueAtLeast(minValue ?? ""));
  const precision = precisionOf(field.app.settings.general.numberPrecision);
  const rounded = round(value, precision.decimalPlaces, precision.roundingMode);
  if (isTooLong(rounded, precision)) report(sentences.tooManyDigits);
  return printDecimal(rounded);
}

export const number: FieldType = {
  empty: "",
  read(input, field) {
    if (input === null || input === undefined || input === "") return "";
    const value = readNumber(input, field.inTable);
    if (value) return checked(value, field);
    // Refused on the form, silently emptied inside a table.
    if (!field.inTable) field.report(`${field.prefix}[${field.property.code}].value`, sentences.notANumber);
    return "";
  },
  show: (value) => value ?? null,
  initial(field) {
    const value = readNumber(field.property.defaultValue ?? "", field.inTable);
    return value ? checked(value, field) : "";
  },
  requiredAt: "value",
  query: rules("number", [...equality, ...order], true),
};

/** The value comes from the expression alone. "Required" is accepted by the form and never enforced (measured). */
export const calc: FieldType = {
  empty: "",
  read: () => "",
  show: (value) => value ?? "",
  query: rules(
    (property) => {
      switch (property.format) {
        case "DATE":
          return "date";
        case "DATETIME":
          return "datetime";
        case "TIME":
          return "time";
        default:
          return "number";
      }
    },
    [...equality, ...order],
    true,
  ),
};
