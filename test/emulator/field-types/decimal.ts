/** An exact decimal: `units` × 10^-`scale`. kintone calculates without binary dust (measured, see `../README.md`). */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** How the last digit is rounded: the app setting's three ways, and the one of the function ROUND. UP is away from zero. */
export type RoundingMode = "HALF_EVEN" | "HALF_UP" | "UP" | "DOWN";

/** `numberPrecision` of the app's settings. */
export interface Precision {
  digits: number;
  decimalPlaces: number;
  roundingMode: RoundingMode;
}

export const precisionOf = (setting: { digits: string; decimalPlaces: string; roundingMode: string }): Precision => ({
  digits: Number(setting.digits),
  decimalPlaces: Number(setting.decimalPlaces),
  roundingMode: setting.roundingMode as RoundingMode,
});

/** Nothing that an app can hold has more digits; an exponent beyond is not written out. */
const maxExponent = 64;

export const whole = (value: number | bigint): Decimal => ({ units: BigInt(value), scale: 0 });
export const zero = whole(0);

/** `1.5e1`, `-007`, `.5` → a decimal; anything else, or one too large to write out, is undefined. */
export function readDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = "", integer = "", fraction = "", exponent = "0"] = match;
  if (integer === "" && fraction === "") return undefined;
  if (Math.abs(Number(exponent)) > maxExponent) return undefined;
  const units = BigInt(`${sign === "-" ? "-" : ""}${integer}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { units: units * power10(-scale), scale: 0 } : { units, scale };
}

/** `１２` → `12`. Other full-width signs are no part of a number (measured). */
export const withAsciiDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** Plain digits without needless zeros: `-0.5`, `15`, `0`. */
export function printDecimal({ units, scale }: Decimal): string {
  const negative = units < 0n;
  const digits = String(negative ? -units : units).padStart(scale + 1, "0");
  const integer = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  const plain = scale === 0 || fraction === "" ? integer : `${integer}.${fraction}`;
  return negative && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

const power10 = (exponent: number): bigint => 10n ** BigInt(exponent);

function aligned(a: Decimal, b: Decimal): { left: bigint; right: bigint; scale: number } {
  const scale = Math.max(a.scale, b.scale);
  return { left: a.units * power10(scale - a.scale), right: b.units * power10(scale - b.scale), scale };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const { left, right, scale } = aligned(a, b);
  return { units: left + right, scale };
}

export const negated = ({ units, scale }: Decimal): Decimal => ({ units: -units, scale });
export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale });

/** @throws RangeError when `b` is zero */
export function over(a: Decimal, b: Decimal, places: number, mode: RoundingMode): Decimal {
  const { left, right } = aligned(a, b);
  return rounded(left * power10(places), right, places, mode);
}

export function round({ units, scale }: Decimal, places: number, mode: RoundingMode): Decimal {
  if (places < 0) return { units: rounded(units, power10(scale - places), 0, mode).units * power10(-places), scale: 0 };
  return scale <= places ? { units, scale } : rounded(units, power10(scale - places), places, mode);
}

/** `numerator / denominator` as a whole number of units of `scale`. */
function rounded(numerator: bigint, denominator: bigint, scale: number, mode: RoundingMode): Decimal {
  const quotient = numerator / denominator;
  const rest = absolute(numerator - quotient * denominator) * 2n;
  const half = absolute(denominator);
  const away = numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n;
  const isUp =
    rest > 0n &&
    mode !== "DOWN" &&
    (mode === "UP" || rest > half || (rest === half && (mode === "HALF_UP" || quotient % 2n !== 0n)));
  return { units: isUp ? away : quotient, scale };
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const { left, right } = aligned(a, b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Digits before the point; none for a value below 1. */
function integerDigits({ units, scale }: Decimal): number {
  const integer = absolute(units) / power10(scale);
  return integer === 0n ? 0 : String(integer).length;
}

/** Has the value, once rounded, more digits before the point than the app allows (`digits` - `decimalPlaces`)? */
export const isTooLong = (value: Decimal, { digits, decimalPlaces }: Precision): boolean =>
  integerDigits(value) > digits - decimalPlaces;
