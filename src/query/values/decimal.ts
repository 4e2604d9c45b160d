/** A decimal number of any length, taken apart so that nothing is rounded: ±0.digits × 10^exponent. Zero has no digits. */
export interface Decimal {
  sign: 1 | -1;
  digits: string;
  exponent: number;
}

const DECIMAL = /^([-+]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([-+]?\d+))?$/;

/** Undefined: no number. Full-width digits are digits, full-width signs and points are nothing (measured, see `number-test.ts`). */
export function decimalOf(text: string): Decimal | undefined {
  const parts = DECIMAL.exec(text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)));
  if (!parts) return undefined;
  const [, minus, whole = "", afterWhole = "", afterPoint = "", power = "0"] = parts;
  const all = whole + afterWhole + afterPoint;
  const digits = all.replace(/^0+/, "").replace(/0+$/, "");
  const leadingZeros = all.length - all.replace(/^0+/, "").length;
  if (!digits) return { sign: 1, digits, exponent: 0 };
  return { sign: minus === "-" ? -1 : 1, digits, exponent: whole.length - leadingZeros + Number(power) };
}

/** Negative, zero or positive, as for sorting. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  if (!one.digits || !other.digits) return signOf(one) - signOf(other);
  if (one.sign !== other.sign) return one.sign - other.sign;
  if (one.exponent !== other.exponent) return one.sign * (one.exponent < other.exponent ? -1 : 1);
  // Without zeros at their ends, digits behind a point are in the order of texts.
  return one.digits === other.digits ? 0 : one.sign * (one.digits < other.digits ? -1 : 1);
}

function signOf({ sign, digits }: Decimal): number {
  return digits ? sign : 0;
}
