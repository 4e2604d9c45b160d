import type { Cell } from "../../archive/records/kintone-app";

/**
 * By the code of a lookup whose key is a record number: the numbers that its archive has, and those under which the same records are now, in an app that
 * was made anew. Who else has such a number now is another record.
 */
export type RecordNumbers = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** With the code of an app, where it has one; a new app has none (restore-facts, 2.2). */
const NUMBER = /^(?:.*-)?(\d+)$/su;

/** The number under which a record is now; nothing where it is not there, as any other record would be a wrong one. */
export function numberNow(cell: Cell, numbers: ReadonlyMap<string, string>): Cell {
  const [, number = ""] = NUMBER.exec(String(cell.value ?? "")) ?? [];
  return { ...cell, value: numbers.get(number) ?? "" };
}
