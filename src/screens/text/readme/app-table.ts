import type { ReadmeFacts } from "../../../backup/volumes/readme";
import type { ReadmeMessages } from "./messages";
import { shortened } from "./shortened";

export const LONGEST_NAME = 60;

/** One line per app below a line of headings. The name stands last: only it has characters of every width. */
export function appTable({ column, quantities, writtenOf }: ReadmeMessages, targets: ReadmeFacts["targets"]): string[] {
  const { number } = quantities;
  const amount = ({ written, expected }: { written: number; expected: number }) =>
    written === expected ? number(written) : writtenOf(number(written), number(expected));
  const rows = [
    [column.folder, column.records, column.attachments, column.comments, column.name],
    ...targets.map(({ folder, records, attachments, comments, appName }) => [
      ...[folder, amount(records), amount(attachments), number(comments.written)],
      shortened(appName, LONGEST_NAME),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((index) =>
    rows.reduce((widest, row) => Math.max(widest, columnsOf(row[index] ?? "")), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const padding = " ".repeat(Math.max(0, (widths[index] ?? 0) - columnsOf(cell)));
        return index === 0 ? cell + padding : padding + cell;
      })
      .join("  "),
  );
}

/** How wide the table's own words and numbers are, in fonts whose Japanese characters have twice the width of Latin ones. */
function columnsOf(text: string): number {
  return [...text].reduce((width, character) => width + (character >= "\u2e80" ? 2 : 1), 0);
}
