import { withoutApostrophe } from "./write-csv";

/** A row of a CSV, as it was before it was written. */
export interface CsvRow {
  /** Where it begins in the text, counted from 1: a cell may hold line ends. */
  line: number;
  cells: readonly string[];
  /** A quotation mark was opened and never closed: all that follows is in this row. */
  unclosed: boolean;
}

/**
 * The rows of a CSV (RFC 4180, with any line end), or of cells copied from a spreadsheet, which have tabs between them. Rows
 * without any text are passed over.
 */
export function rowsOf(text: string): CsvRow[] {
  const content = text.replace(/^\ufeff/, "");
  const separator = separatorOf(content);
  const rows: CsvRow[] = [];
  let [line, start] = [1, 1];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  const endRow = () => {
    const row = [...cells, cell];
    if (quoted || row.some((each) => each.trim() !== "")) {
      rows.push({ line: start, cells: row.map(withoutApostrophe), unclosed: quoted });
    }
    [cells, cell] = [[], ""];
  };

  for (let at = 0; at < content.length; at += 1) {
    const character = content[at] ?? "";
    const isLineEnd = character === "\n" || (character === "\r" && content[at + 1] !== "\n");
    if (isLineEnd) line += 1;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (content[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === separator) [cells, cell] = [[...cells, cell], ""];
    else if (isLineEnd) {
      endRow();
      start = line;
    } else if (character !== "\r") cell += character;
  }
  endRow();
  return rows;
}

/** What stands between the cells of the first line; some spreadsheets of Europe write semicolons. */
function separatorOf(content: string): string {
  const [first = ""] = content.replace(/"[^"]*"/g, "").split(/\r|\n/);
  return ["\t", ",", ";"].find((separator) => first.includes(separator)) ?? ",";
}
