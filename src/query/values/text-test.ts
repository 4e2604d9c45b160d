import type { AskedField } from "../asked-field";
import type { Comparison } from "../query";
import { isDenial } from "./comparing";
import { type ValueTest, valuesOf } from "./value-test";

/** As much of a text as kintone compares, in characters. */
const COMPARED = 64;

/**
 * Texts in one line: the first 64 characters count, and spaces at the end do not, except for full-width ones (measured, kintone-emulator
 * records-query-compare.test.ts). That capitals and full-width letters differ from small and half-width ones is UNCONFIRMED(case-of-texts).
 */
export function textTest(comparison: Comparison, field: AskedField): ValueTest {
  return memberTest(comparison, field, (value) => (typeof value === "string" ? compared(value) : ""), compared);
}

function compared(text: string): string {
  return Array.from(text).slice(0, COMPARED).join("").replace(/ +$/, "");
}

/** States of the process management. Those that are no more may be asked for: records of an archive may be in them. */
export function statusTest(comparison: Comparison, field: AskedField): ValueTest {
  return memberTest(comparison, field, (value) => (typeof value === "string" ? value : ""));
}

function memberTest(
  comparison: Comparison,
  field: AskedField,
  textOfCell: (value: unknown) => string,
  textOfOperand: (text: string) => string = (text) => text,
): ValueTest {
  const wanted = new Set(valuesOf(comparison, field).map(({ text }) => textOfOperand(text)));
  const denies = isDenial(comparison.operator);
  return (value) => wanted.has(textOfCell(value)) !== denies;
}
