import type { Attachment } from "./attachments-of-record";
import { type PathsOf, cellText } from "./csv-cells";
import { type CsvColumn, type UnsupportedField, csvColumns } from "./csv-columns";
import { FIRST_LINE, quotedCell } from "./csv-quoting";
import type { FormFields, FormLayout, KintoneRecord } from "./kintone-app";
import { cellOf, rowsOf } from "./understood";

/** `records.csv`, piece by piece: byte for byte what `cli-kintone record export --attachments-dir` writes. */
export interface CsvFormat {
  /** The first line, with its line feed. */
  header(): string;
  /**
   * The lines of one record, in pieces: a line each, or several of a long line, as fields outside tables are repeated on each. `attachments`
   * are its files that are in the archive, in their order in the cells: a file that is not among them is not named. A cell that the record
   * lacks is empty.
   *
   * @param odd called, while the pieces are taken, with the code of each field of which something cannot be written, more than once perhaps
   */
  rows(record: KintoneRecord, attachments: readonly Attachment[], odd?: (field: string) => void): Iterable<string>;
  /** Fields with values that CSV has no column for, as cli-kintone leaves them out. Fields in tables included. */
  unsupported: UnsupportedField[];
  /** Then a record may have several lines, of which the first begins with `*`. */
  hasTables: boolean;
}

export function createCsvFormat(form: FormFields, layout: FormLayout): CsvFormat {
  const { columns, unsupported } = csvColumns(form, layout);
  const hasTables = columns.some(isTable);
  const header = columns.flatMap((column) => [column.code, ...column.inner]);
  const columnsOfNoRow = columns.map(({ inner }) => ",".repeat(inner.length));

  return {
    unsupported,
    hasTables,
    header: () => `${[...(hasTables ? [FIRST_LINE] : []), ...header].map(quotedCell).join(",")}\n`,
    *rows(record, attachments, odd = () => undefined) {
      const reading = { pathsOf: pathsByCell(attachments), odd };
      const cells = columns.map((column, at) =>
        isTable(column) ? (columnsOfNoRow[at] as string) : quotedCell(cellText(record, column.code, reading)),
      );
      let mark = `${FIRST_LINE},`;
      for (const [at, column] of columns.entries()) {
        if (!isTable(column)) continue;
        const table = cellOf(record, column.code);
        if (!table && Object.hasOwn(record, column.code)) odd(column.code);
        const rows = rowsOf(table, () => odd(column.code));
        if (rows.length === 0) continue;
        // The columns of other tables stay empty.
        const before = at === 0 ? [] : separated(cells.slice(0, at), ",");
        const after = separated(["", ...cells.slice(at + 1)], "\n");
        for (const { id, value, rowIndex } of rows) {
          const inRow = { ...reading, rowIndex };
          const own = column.inner.map((field) => quotedCell(cellText(value, field, inRow)));
          yield* [mark, ...before, ...separated([quotedCell(id), ...own], ""), ...after];
          mark = ",";
        }
      }
      if (mark !== ",") yield* separated(hasTables ? [FIRST_LINE, ...cells] : cells, "\n");
    },
  };
}

const isTable = ({ type }: CsvColumn): boolean => type === "SUBTABLE";

/** Codes of fields in tables are unique in the app, as those of other fields are. */
function pathsByCell(attachments: readonly Attachment[]): PathsOf {
  if (attachments.length === 0) return () => [];
  const cells = new Map<string, string[]>();
  const key = (field: string, rowIndex?: number) => `${rowIndex ?? ""}/${field}`;
  for (const { field, rowIndex, path } of attachments) {
    const paths = cells.get(key(field, rowIndex));
    if (paths) paths.push(path);
    else cells.set(key(field, rowIndex), [path]);
  }
  return (field, rowIndex) => cells.get(key(field, rowIndex)) ?? [];
}

/** Longer ones are not put together: no text is as long as a record, unless a single cell is. */
const LONG_TEXT = 16 * 1024;

/** Cells with commas between them, in one piece where they are short. */
function separated(cells: string[], end: "," | "\n" | ""): string[] {
  let length = 0;
  for (const cell of cells) length += cell.length;
  if (length <= LONG_TEXT) return [cells.join(",") + end];
  return cells.flatMap((cell, at) => [cell, at < cells.length - 1 ? "," : end]);
}
