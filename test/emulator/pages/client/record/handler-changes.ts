import type { RestError } from "../rest";
import type { KintoneRecord, TableRow } from "./record-values";

/** A copy, without attachments: their values are empty in events and in `kintone.app.record.get()` (cybozu.dev, get-record). */
export function forHandlers(record: KintoneRecord): KintoneRecord {
  const copy = structuredClone(record);
  for (const cell of cellsIn(copy)) if (cell.type === "FILE") cell.value = [];
  return copy;
}

/** What a handler may change: value (of fields other than FILE), error, disabled. */
export function takeOver(record: KintoneRecord, changed: KintoneRecord | undefined): void {
  for (const [code, { value, error, disabled }] of Object.entries(changed ?? {})) {
    const cell = record[code];
    if (!cell) continue;
    if (error !== undefined) cell.error = error;
    if (disabled !== undefined) cell.disabled = disabled;
    if (cell.type === "SUBTABLE")
      takeOverRows(cell.value as TableRow[], value as TableRow[], (rows) => (cell.value = rows));
    else if (cell.type !== "FILE" && value !== undefined) cell.value = structuredClone(value);
  }
}

/** Rows are matched by place, so that attachments in them stay. */
function takeOverRows(rows: TableRow[], changed: TableRow[] | undefined, replace: (rows: TableRow[]) => void): void {
  if (!Array.isArray(changed)) return;
  replace(
    changed.map((row, index) => {
      const existing = rows[index];
      if (!existing) return structuredClone(row);
      takeOver(existing.value, row.value);
      return existing;
    }),
  );
}

function cellsIn(record: KintoneRecord) {
  return Object.values(record).flatMap((cell) =>
    cell.type === "SUBTABLE"
      ? [cell, ...(cell.value as TableRow[]).flatMap((row) => Object.values(row.value))]
      : [cell],
  );
}

/** Did a handler put an error on a field? */
export function hasErrors(record: KintoneRecord): boolean {
  return cellsIn(record).some(({ error }) => Boolean(error));
}

/** Before a submission. */
export function clearErrors(record: KintoneRecord): void {
  for (const cell of cellsIn(record)) delete cell.error;
}

/** `record.<code>.value` and `record.<table>.value[0].value.<code>.value` are kintone's ways to name a field in errors. */
export function showErrors(record: KintoneRecord, { errors }: RestError): void {
  for (const [path, { messages }] of Object.entries(errors)) {
    const [, code = "", row, inner = ""] =
      /^record\.(.+?)\.values?(?:\[(\d+)\]\.value\.(.+?)\.value)?/.exec(path) ?? [];
    const cell = record[code];
    const target =
      row === undefined ? cell : ((cell?.value as TableRow[] | undefined)?.[Number(row)]?.value[inner] ?? cell);
    if (target) target.error = messages.join(" ");
  }
}
