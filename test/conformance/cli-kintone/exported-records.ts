import path from "node:path";
import type { CliExport } from "./exported";

/** A record as cli-kintone exports it: of each column what stands there, in all rows of the table where the column is one of a table. */
export type ExportedRecord = Record<string, readonly string[]>;

/**
 * The records of an export by a column whose values do not repeat. Files stand there as their names and digests, as their paths name the record.
 *
 * @param inTable the columns of the table
 */
export function exportedRecords(
  { csv, attachments }: CliExport,
  key: string,
  inTable: readonly string[],
): Map<string, ExportedRecord> {
  const [[, ...header] = [], ...rows] = rowsOf(csv);
  const lines = rows.map(([_mark, ...cells]) => cells);
  const at = header.indexOf(key);
  const records = new Map<string, ExportedRecord>();
  for (const line of lines) {
    const known = records.get(line[at] ?? "") ?? {};
    const cells = header.map((code, column) => {
      const above = inTable.includes(code) ? (known[code] ?? []) : [];
      return [code, [...above, toldFiles(line[column] ?? "")]];
    });
    records.set(line[at] ?? "", Object.fromEntries(cells) as ExportedRecord);
  }
  return records;

  function toldFiles(cell: string): string {
    const files = cell.split("\n");
    if (!files.every((file) => file in attachments)) return cell;
    return files.map((file) => `${path.basename(file)} ${String(attachments[file])}`).join("\n");
  }
}

/** Of a CSV as cli-kintone writes it: marks without quotation marks, and cells with them. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n"]*))(,|\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\n") rows.push([]);
  }
  return rows.slice(0, -1);
}
