import { sentences } from "../errors";
import { equality, order, pathOf, rules } from "./field-type";
import type { FieldType } from "./field-type";

/** A decimal as plain digits, or undefined when it is none: ` 42 ` → "42", "1.5e1" → "15", "007" → "7". */
export function plainDecimal(text: string): string | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const rest = padded.slice(at);
  const plain = rest === "" ? integer : `${integer}.${rest}`;
  return sign === "-" && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

export const number: FieldType = {
  empty: "",
  read(input, field) {
    if (input === null || input === undefined || input === "") return "";
    const value = typeof input === "string" || typeof input === "number" ? plainDecimal(String(input)) : undefined;
    if (value === undefined) {
      // Measured: refused on the form, silently emptied inside a table.
      if (!field.inTable) field.report(`${field.prefix}[${field.property.code}].value`, sentences.notANumber);
      return "";
    }
    const { minValue, maxValue } = field.property;
    if (maxValue && Number(value) > Number(maxValue))
      field.report(pathOf(field, "value"), sentences.valueAtMost(maxValue));
    if (minValue && Number(value) < Number(minValue))
      field.report(pathOf(field, "value"), sentences.valueAtLeast(minValue));
    return value;
  },
  show: (value) => value ?? null,
  initial: (field) => plainDecimal(String(field.property.defaultValue ?? "")) ?? "",
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
