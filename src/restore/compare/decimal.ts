const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** A number as one text however it was written: `1.50`, `+1.5` and `15e-1` are `1.5`. `undefined` for what is no decimal number. */
export function decimal(text: string): string | undefined {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(text.trim()) ?? [];
  if (whole + fraction === "") return text.trim() === "" ? "" : undefined;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const padded =
    point <= 0
      ? "0".repeat(1 - point) + digits
      : digits.padEnd(point, "0"); /* so that there is a digit before the point */
  const at = Math.max(1, point);
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const behind = padded.slice(at).replace(/0+$/, "");
  const value = behind === "" ? before : `${before}.${behind}`;
  return sign === "-" && value !== "0" ? `-${value}` : value;
}
