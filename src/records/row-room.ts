import { utf8Chunks } from "../archive/bytes/utf8";
import type { Attachment } from "../archive/records/attachments-of-record";
import type { KintoneRecord } from "../archive/records/kintone-app";
import type { CsvFormat } from "../archive/records/records-csv";

/** A usual page of records with tables has as much; so many bytes more on their way do no harm. */
const ALWAYS_BYTES = 4 * 1024 ** 2;

/** Shorter rows stay text: encoding a few letters takes a step as encoding many does. */
const SHORT_LETTERS = 16 * 1024;

/** Of one record: text where they are short, and otherwise UTF-8. */
export type Rows = string | Uint8Array[];

/**
 * Room for the rows of the records in one answer. CSV repeats what is outside tables on each row of each table, so that a record of a few
 * kilobytes can have megabytes of rows: what is held of an answer is no more than twice its lines, or than a few megabytes beside them.
 */
export interface RowRoom {
  /**
   * `undefined` where there is no room for them, nor for any that come after.
   *
   * @param odd as `CsvFormat.rows` calls it
   */
  rowsOf(record: KintoneRecord, attachments: readonly Attachment[], odd: (field: string) => void): Rows | undefined;
}

/** @param linesBytes of the records as lines of JSON */
export function createRowRoom(csv: CsvFormat, linesBytes: number): RowRoom {
  let left = Math.max(ALWAYS_BYTES, linesBytes);

  function long(texts: Iterable<string>): Uint8Array[] | undefined {
    const chunks: Uint8Array[] = [];
    for (const chunk of utf8Chunks(texts)) {
      left -= chunk.length;
      if (left <= 0) return undefined;
      chunks.push(chunk);
    }
    return chunks;
  }

  return {
    rowsOf(record, attachments, odd) {
      if (left <= 0) return undefined;
      let text = "";
      const rows = csv.rows(record, attachments, odd)[Symbol.iterator]();
      for (let next = rows.next(); !next.done; next = rows.next()) {
        text += next.value;
        if (text.length > SHORT_LETTERS) return long(behind(text, rows));
      }
      // To count the bytes of a few letters takes as long as to encode them.
      left -= text.length;
      return text;
    },
  };
}

function* behind(text: string, others: Iterator<string>): Generator<string, void, undefined> {
  yield text;
  for (let next = others.next(); !next.done; next = others.next()) yield next.value;
}
