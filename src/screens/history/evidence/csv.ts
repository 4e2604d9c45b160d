/**
 * Rows as CSV that spreadsheets open as it is: UTF-8 with a byte order mark, as Excel takes it for another encoding without
 * one; and no cell that they would take for a formula (OWASP, "CSV Injection"), also with the wide signs of Japanese keyboards.
 */
export function csvOf(rows: ReadonlyArray<readonly string[]>): string {
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`;
}

const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠\t\r]/u;

function cellOf(text: string): string {
  const harmlessText = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmlessText.replaceAll('"', '""')}"`;
}
