/**
 * Rows as CSV that spreadsheets open as it is: UTF-8 with a byte order mark, as Excel takes it for another encoding without
 * one; and no cell that they would take for a formula (OWASP, "CSV Injection"), also with the wide signs of Japanese keyboards.
 * `read-csv.ts` gives the same cells back.
 */
export function csvOf(rows: ReadonlyArray<readonly string[]>): string {
  return csvLines(rows).join("");
}

/** The same line by line, for rows that may be more than one string can hold. */
export function csvLines(rows: ReadonlyArray<readonly string[]>): string[] {
  return ["\ufeff", ...rows.map((row) => `${row.map(cellOf).join(",")}\r\n`)];
}

/** What has an apostrophe before a formula of its own gets another one, so that each can be taken away again. */
const FORMULA = /^'*[\s\p{Cc}]*[=+\-@＝＋－＠\t\r]/u;

function cellOf(text: string): string {
  const harmlessText = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmlessText.replaceAll('"', '""')}"`;
}

/** The cell without the apostrophe that keeps spreadsheets from taking it for a formula. */
export function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
