import { piecesOf } from "../bytes/pieces";

const [QUOTE, LINE_FEED, STAR] = [0x22, 0x0a, 0x2a];

/**
 * The rows of each record in a file of CSV, without parsing a cell: as bytes, each row with its line feed; those of a chunk together. The
 * header is left out. A cell with a quotation mark or a line feed is quoted, so a row ends at a line feed with an even number of
 * marks before it.
 *
 * @param hasTables whether the app has any: then a record may have several rows, of which the first begins with `*`
 */
export async function* recordRows(
  stream: ReadableStream<Uint8Array>,
  hasTables: boolean,
): AsyncGenerator<Uint8Array[], void, undefined> {
  let isHeader = true;
  for await (const rows of piecesOf(stream, (bytes) => completeRows(bytes, hasTables))) {
    yield isHeader ? rows.slice(1) : rows;
    isHeader = false;
  }
}

/** The same for rows that are at hand, whole and without a header. */
export function recordRowsIn(bytes: Uint8Array, hasTables: boolean): Uint8Array[] {
  const rows = completeRows(bytes, hasTables);
  const last = bytes.subarray(rows.reduce((sum, { length }) => sum + length, 0));
  return last.length > 0 ? [...rows, last] : rows;
}

/** The header, and the rows of records. Of an app with tables, only the next record tells that one is complete. */
function completeRows(bytes: Uint8Array, hasTables: boolean): Uint8Array[] {
  const rows: Uint8Array[] = [];
  let [start, isQuoted] = [0, false];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === LINE_FEED && !isQuoted && (!hasTables || bytes[at + 1] === STAR)) {
      rows.push(bytes.subarray(start, at + 1));
      start = at + 1;
    }
  }
  return rows;
}
