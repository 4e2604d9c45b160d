import { type Row, verdictOf } from "./row";
import { describeTarget } from "./target";

const HEAD = ["part", "what", "measured", "runs", "ratio", "target", ""];
/** These are numbers, which stand to the right. */
const RIGHT = new Set([2, 3, 4]);

/** The rows for people, in columns; the name of a part stands at its first row only. */
export function table(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map((row, index) => cellsOf(row, rows[index - 1]?.part))];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) =>
    line
      .map((cell, column) =>
        RIGHT.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

function cellsOf(row: Row, partBefore: string | undefined): string[] {
  const { part, what, measured, runs, ratio, target, note } = row;
  return [
    part === partBefore ? "" : part,
    note === undefined ? what : `${what} (${note})`,
    measured ? `${rounded(measured.value)} ${measured.unit}` : "",
    runs === undefined ? "" : String(runs),
    ratio === undefined ? "" : rounded(ratio),
    target ? describeTarget(target, ratio === undefined ? (measured?.unit ?? "") : "") : "",
    verdictOf(row) ?? "",
  ];
}

const rounded = (value: number): string => value.toFixed(Math.abs(value) < 100 ? 2 : 0);
