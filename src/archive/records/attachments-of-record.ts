import { fileExtension, foldedName, safeName } from "../names";
import type { FileCellItem, KintoneRecord } from "./kintone-app";
import { cellOf, filesOf, rowsOf } from "./understood";

/** A file of a record, and where it goes. */
export interface Attachment {
  recordId: string;
  /** Code of the FILE field. */
  field: string;
  /** Code of the table that the field is in, when it is in one. */
  table?: string;
  /** Position of the row in the table, counted from 0 as in the path. */
  rowIndex?: number;
  file: FileCellItem;
  /** Below the target's `attachments/` folder, and as `records.csv` names it. */
  path: string;
  /** Whether the last part of `path` differs from `file.name`, so that the manifest has to tell. */
  renamed: boolean;
}

/**
 * Every file of a record, in tables too, with the path that `cli-kintone record export --attachments-dir` (@kintone/cli
 * 1.19.2, `record/export/usecases/get.js`) gives it: `<field>-<record id>/<name>`, and in a table
 * `<field>-<record id>-<row index>/<name>`; a name that is taken becomes `name (1).ext`. Unlike there, names are made safe
 * first, and `A.pdf` takes the place of `a.pdf`, as it would on Windows and macOS.
 *
 * @param odd called with the code of a field that has something else than files, or of a table with something else than rows
 */
export function attachmentsOfRecord(
  record: KintoneRecord,
  odd: (field: string) => void = () => undefined,
): Attachment[] {
  const recordId = String(record.$id?.value ?? "");
  // Folders of different records never meet (see `folderOf`), so it is enough to remember the paths of one record.
  const taken = new Set<string>();
  return cellsWithFiles(record, odd).flatMap(({ files, ...cell }) => {
    if (files.length === 0) return [];
    const folder = folderOf(cell.field, recordId, cell.rowIndex);
    return files.map((file) => {
      const name = freeName(safeName(file.name), (candidate) => taken.has(foldedName(`${folder}/${candidate}`)));
      taken.add(foldedName(`${folder}/${name}`));
      return { recordId, ...cell, file, path: `${folder}/${name}`, renamed: name !== file.name };
    });
  });
}

interface CellWithFiles {
  field: string;
  table?: string;
  rowIndex?: number;
  files: FileCellItem[];
}

/** By field code, so that names do not depend on the order of an answer's members. */
function cellsWithFiles(record: KintoneRecord, odd: (field: string) => void): CellWithFiles[] {
  return mayHoldFiles(record).flatMap((code): CellWithFiles[] => {
    const cell = cellOf(record, code);
    if (cell?.type === "FILE") return [{ field: code, files: filesOf(cell, () => odd(code)) }];
    return rowsOf(cell, () => odd(code)).flatMap(({ value, rowIndex }) =>
      mayHoldFiles(value).map((field) => ({
        ...{ field, table: code, rowIndex },
        files: filesOf(cellOf(value, field), () => odd(field)),
      })),
    );
  });
}

/** Codes of such cells, sorted. Most records have few of them, and there may be a million records. */
function mayHoldFiles(cells: KintoneRecord): string[] {
  const found: string[] = [];
  for (const code of Object.keys(cells)) {
    const type = (cells[code] as KintoneRecord[string] | null)?.type;
    if (type === "FILE" || type === "SUBTABLE") found.push(code);
  }
  return found.length > 1 ? found.sort() : found;
}

/**
 * A field called `f-1` outside tables would in record 2 share a folder with the field `f` in the third row of record 1.
 * kintone allows no hyphen in field codes; should it ever, the hyphen that could be mistaken goes.
 */
function folderOf(field: string, recordId: string, rowIndex: number | undefined): string {
  return rowIndex === undefined
    ? `${safeName(field.replace(/-(?=\d+$)/, "_"), MAX_FIELD_BYTES)}-${recordId}`
    : `${safeName(field, MAX_FIELD_BYTES)}-${recordId}-${rowIndex}`;
}

/** A field code has up to 128 characters (cybozu.dev, limits), in Japanese 384 bytes: too much for a folder's name. */
const MAX_FIELD_BYTES = 200;

function freeName(name: string, isTaken: (candidate: string) => boolean): string {
  const extension = fileExtension(name);
  const base = name.slice(0, name.length - extension.length);
  let candidate = name;
  for (let number = 1; isTaken(candidate); number += 1) candidate = `${base} (${number})${extension}`;
  return candidate;
}
