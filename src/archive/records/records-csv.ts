import type { Attachment } from "./attachments-of-record";
import { type UnsupportedField, csvColumns } from "./csv-columns";
import type { Cell, FormFields, FormLayout, KintoneRecord, TableRow } from "./kintone-app";

/** `records.csv`, piece by piece: byte for byte what `cli-kintone record export --attachments-dir` writes. */
export interface CsvFormat {
  /** The first line, with its line feed. */
  header(): string;
  /**
   * The lines of one record. `attachments` are its files that are in the archive, in their order in the cells: a file
   * that is not among them is not named. A cell that the record lacks is empty.
   */
  rows(record: KintoneRecord, attachments: readonly Attachment[]): string;
  /** Fields with values that CSV has no column for, as cli-kintone leaves them out. Fields in tables included. */
  unsupported: UnsupportedField[];
  /** Then a record may have several lines, of which the first begins with `*`. */
  hasTables: boolean;
}

/** Marks the first line of a record, in apps with tables. */
const FIRST_LINE = "*";

/** Of the values in one cell. */
const LINE_BREAK = "\n";

export function createCsvFormat(form: FormFields, layout: FormLayout): CsvFormat {
  const { columns, unsupported } = csvColumns(form, layout);
  const tables = columns.filter(({ type }) => type === "SUBTABLE");
  const hasTables = tables.length > 0;
  const header = columns.flatMap((column) => [column.code, ...column.inner]);

  /** One line; `row` fills the columns of its table, those of the other tables stay empty. */
  function line(record: KintoneRecord, pathsOf: PathsOf, isFirst: boolean, row?: NumberedRow): string {
    const cells: string[] = hasTables ? [isFirst ? FIRST_LINE : ""] : [];
    for (const { code, type, inner } of columns) {
      if (type !== "SUBTABLE") cells.push(cellText(record, code, pathsOf));
      else if (row?.table !== code) cells.push("", ...inner.map(() => ""));
      else cells.push(row.id, ...inner.map((field) => cellText(row.value, field, pathsOf, row.index)));
    }
    return csvLine(cells);
  }

  return {
    unsupported,
    hasTables,
    header: () => csvLine(hasTables ? [FIRST_LINE, ...header] : header),
    rows(record, attachments) {
      const pathsOf = pathsByCell(attachments);
      const rows = tables.flatMap(({ code }) => tableRows(record, code));
      if (rows.length === 0) return line(record, pathsOf, true);
      return rows.map((row, position) => line(record, pathsOf, position === 0, row)).join("");
    },
  };
}

type PathsOf = (field: string, rowIndex?: number) => string[];

interface NumberedRow extends TableRow {
  table: string;
  index: number;
}

function tableRows(record: KintoneRecord, table: string): NumberedRow[] {
  const rows = (own(record, table)?.value ?? []) as TableRow[];
  return rows.map((row, index) => ({ ...row, table, index }));
}

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

/** @kintone/cli 1.19.2, `csvStringifier/fieldValue.js`. */
function cellText(cells: KintoneRecord, field: string, pathsOf: PathsOf, rowIndex?: number): string {
  const cell = own(cells, field);
  if (!cell || cell.value === null || cell.value === undefined) return "";
  switch (cell.type) {
    case "FILE":
      return pathsOf(field, rowIndex).join(LINE_BREAK);
    case "CREATOR":
    case "MODIFIER":
      return (cell.value as { code: string }).code;
    case "CHECK_BOX":
    case "MULTI_SELECT":
      return (cell.value as string[]).join(LINE_BREAK);
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
      return (cell.value as Array<{ code: string }>).map(({ code }) => code).join(LINE_BREAK);
    default:
      return String(cell.value);
  }
}

/** A field may be called `constructor`. */
function own(cells: KintoneRecord, code: string): Cell | undefined {
  return Object.hasOwn(cells, code) ? cells[code] : undefined;
}

/** What `.` does not stand for, but for a line feed. */
const OTHER_LINE_END = /[\r\u2028\u2029]/;

/**
 * The quoting of csv-stringify 6 with the options of @kintone/cli 1.19.2 (`csvStringifier/index.js`): `quoted_match` is
 * `/^(?!\*$).+$/`. It leaves `*` bare, and also, because `.` stands for no line end, a cell with a lone CR. Asked with less than that
 * expression, as there are millions of cells.
 */
function isQuoted(cell: string): boolean {
  return cell !== "" && cell !== FIRST_LINE && !(OTHER_LINE_END.test(cell) && !/[",\n]/.test(cell));
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (isQuoted(cell) ? quoted(cell) : cell)).join(",")}\n`;
}

function quoted(cell: string): string {
  return `"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
}
