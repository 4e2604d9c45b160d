import type { Cell, FileCellItem, KintoneRecord, TableRow } from "./kintone-app";

/** What in a record is as kintone describes it: one cell that is not must not cost the others, nor the record. */

/** The cell of a field, which may be called `constructor`; `undefined` when there is none, or something else. */
export function cellOf(cells: KintoneRecord, code: string): Cell | undefined {
  const cell: unknown = Object.hasOwn(cells, code) ? cells[code] : undefined;
  return isObject(cell) ? (cell as Cell) : undefined;
}

/** A row of a table, and its place there. */
export interface NumberedRow extends TableRow {
  /** Counted from 0. */
  rowIndex: number;
}

/**
 * The rows of a table; `undefined` stands for what is none, and a list that is none has no rows.
 *
 * @param odd called when something is not as it should be
 */
export function rowsOf(cell: Cell | undefined, odd: () => void = () => undefined): NumberedRow[] {
  return itemsOf(cell, isTableRow, odd).map(({ item: { id, value }, index }) => {
    if (typeof id !== "string") odd();
    return { id: typeof id === "string" ? id : "", value, rowIndex: index };
  });
}

/** The files in a cell; `odd` as above. */
export function filesOf(cell: Cell | undefined, odd: () => void = () => undefined): FileCellItem[] {
  return itemsOf(cell, isFileItem, odd).map(({ item }) => item);
}

function itemsOf<Item>(cell: Cell | undefined, isItem: (item: unknown) => item is Item, odd: () => void) {
  const value: unknown = cell?.value ?? [];
  if (!Array.isArray(value)) {
    odd();
    return [];
  }
  return value.flatMap((item: unknown, index) => {
    if (isItem(item)) return [{ item, index }];
    odd();
    return [];
  });
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isTableRow(row: unknown): row is Pick<TableRow, "value"> & { id?: unknown } {
  return isObject(row) && "value" in row && isObject(row.value);
}

function isFileItem(item: unknown): item is FileCellItem {
  return isObject(item) && ["fileKey", "name"].every((member) => typeof Reflect.get(item, member) === "string");
}
