import { attachmentsOfRecord } from "../../../src/archive/records/attachments-of-record";
import type { Cell, KintoneRecord, TableRow } from "../../../src/archive/records/kintone-app";
import type { Tree } from "../archive/trees";

/** A record of an archive, and the SHA-256 of its attachments by their paths. */
export interface ArchivedRecord {
  record: KintoneRecord;
  attachments: Tree;
}

/** One place where two records differ, down to a single text or digest. */
export interface Difference {
  /** What differs: type of the cell, and the part of it. */
  what: string;
  where: string;
  before: unknown;
  after: unknown;
}

/** All places, of every cell. */
export function differencesOf(before: ArchivedRecord, after: ArchivedRecord): Difference[] {
  const [one, other] = [placesOf(before), placesOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((where) => {
    const [a, b] = [one.get(where), other.get(where)];
    if (a && b && JSON.stringify(a.value) === JSON.stringify(b.value)) return [];
    return [{ what: (a ?? b)!.what, where, before: a?.value, after: b?.value }];
  });
}

type Places = Map<string, { what: string; value: unknown }>;

function placesOf({ record, attachments }: ArchivedRecord): Places {
  const places: Places = new Map();
  addCells(record, "", places);
  const counts = new Map<string, number>();
  for (const { field, rowIndex, path } of attachmentsOfRecord(record)) {
    const cell = `${field}/${rowIndex ?? ""}`;
    const position = counts.get(cell) ?? 0;
    counts.set(cell, position + 1);
    places.set(`${cell}[${position}] content`, { what: "FILE content", value: attachments[path] });
  }
  return places;
}

function addCells(cells: Record<string, Cell>, prefix: string, places: Places): void {
  for (const [code, { type, value }] of Object.entries(cells)) {
    const where = `${prefix}${code}`;
    if (type === "SUBTABLE") {
      const rows = value as TableRow[];
      places.set(`${where} rows`, { what: "SUBTABLE rows", value: rows.length });
      rows.forEach((row, index) => {
        places.set(`${where}[${index}] id`, { what: "SUBTABLE id", value: row.id });
        addCells(row.value, `${where}[${index}] `, places);
      });
    } else if (type === "FILE") {
      const files = value as Array<Record<string, unknown>>;
      places.set(`${where} files`, { what: "FILE count", value: files.length });
      files.forEach((file, index) => {
        for (const [part, own] of Object.entries(file)) {
          places.set(`${where}[${index}] ${part}`, { what: `FILE ${part}`, value: own });
        }
      });
    } else places.set(where, { what: type, value });
  }
}
