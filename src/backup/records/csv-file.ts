import { utf8Chunks, utf8Length } from "../../archive/bytes/utf8";
import type { Attachment } from "../../archive/records/attachments-of-record";
import { recordRowsIn } from "../../archive/records/csv-rows";
import { linesIn } from "../../archive/records/json-lines";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import type { CsvFormat } from "../../archive/records/records-csv";
import { MAX_ENTRY_BYTES } from "../../archive/volumes/volume-limits";
import type { RecordCopies } from "../../domain/record-copies";
import type { Staging } from "../../staging/staging";
import type { FetchedAttachment } from "../attachments/fetch-attachment";
import { type FinishedSeries, createFileSeries } from "./file-series";
import type { OddCells } from "./odd-cells";

/** `records.csv` and what comes behind it, being written. Exactly one of `close` and `discard` ends it. */
export interface CsvFile {
  /** @param files what became of the attachments of the copies */
  write(copies: RecordCopies, files: readonly FetchedAttachment[]): Promise<void>;
  close(): Promise<FinishedSeries>;
  discard(): Promise<void>;
}

/**
 * Rows come with the copies, unless they are too long to be held or name an attachment that did not arrive: then they are made here, from the
 * record's line, and written row by row. What cannot be written of a record is noted, and the others go on: nothing is lost, as every
 * record is in `records.jsonl`.
 */
export async function createCsvFile(
  { csv, ...plan }: { csv: CsvFormat; folder: string; maxBytes: number },
  odd: OddCells,
  staging: Staging,
): Promise<CsvFile> {
  const header = new TextEncoder().encode(csv.header());
  const items = (rows: Uint8Array) => recordRowsIn(rows, csv.hasTables);
  const series = await createFileSeries({ ...plan, kind: "csv", header, items }, staging);

  async function writeAnew(id: string, line: Uint8Array, arrived: readonly Attachment[]): Promise<void> {
    const rows = measured(csv, line, arrived);
    if (!rows || header.length + rows.size > MAX_ENTRY_BYTES) return odd.addWithoutRows(id);
    odd.add(rows.odd.map((field) => ({ record: id, field, lackedBy: "csv" })));
    await series.writeItem(rows.size, utf8Chunks(rows.texts()));
  }

  return {
    async write({ versions, lines, rows }, files) {
      if (rows && files.every(({ entry }) => entry)) return series.write(rows, versions.length);
      const arrived = files.flatMap(({ entry, attachment }) => (entry ? [attachment] : []));
      for (const [at, line] of linesIn(lines).entries()) await writeAnew(versions[at]?.id ?? "", line, arrived);
    },
    close: series.close,
    discard: series.discard,
  };
}

/** Which files of rows have room for them has to be known beforehand. Nothing for a record of which no rows can be made. */
function measured(csv: CsvFormat, line: Uint8Array, arrived: readonly Attachment[]) {
  const odd = new Set<string>();
  let size = 0;
  try {
    const record = JSON.parse(new TextDecoder().decode(line)) as KintoneRecord;
    for (const text of csv.rows(record, arrived, (field) => odd.add(field))) size += utf8Length(text);
    return { size, odd: [...odd], texts: () => csv.rows(record, arrived) };
  } catch {
    return undefined;
  }
}
