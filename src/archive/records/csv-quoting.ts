/** Marks the first line of a record, in apps with tables. */
export const FIRST_LINE = "*";

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

/** A cell as a line has it. */
export function quotedCell(cell: string): string {
  return isQuoted(cell) ? `"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"` : cell;
}
