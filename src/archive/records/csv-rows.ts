import { piecesOf } from "../bytes/pieces";

const [QUOTE, LINE_FEED, STAR] = [0x22, 0x0a, 0x2a];

/**
 * The rows of each record in a file of CSV, without parsing a cell: as bytes, each row with its line feed; those of a chunk together. The
 * header is left out. A cell with a quotation mark or a line feed is quoted, so a row ends at a line feed with an even number of
 * marks before it.
 *
 * @param hasTables whether the app has any: then a record may have several rows, of which the first begins with `*`
 * @param most the rows of a record that are more bytes come empty
 */
export async function* recordRows(
  stream: ReadableStream<Uint8Array>,
  hasTables: boolean,
  most: number,
): AsyncGenerator<Uint8Array[], void, undefined> {
  let isHeader = true;
  for await (const rows of piecesOf(stream, createRowEnds(hasTables), most)) {
    yield isHeader ? rows.slice(1) : rows;
    isHeader = false;
  }
}

/** The same for rows that are at hand, whole and without a header. */
export function recordRowsIn(bytes: Uint8Array, hasTables: boolean): Uint8Array[] {
  const ends = createRowEnds(hasTables)(bytes);
  if (ends.at(-1) !== bytes.length) ends.push(bytes.length);
  return ends.map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end)).filter(({ length }) => length > 0);
}

/** Where the rows of a record end, chunk by chunk. Of an app with tables, only the next record tells that one is complete. */
function createRowEnds(hasTables: boolean): (chunk: Uint8Array) => number[] {
  let [isQuoted, isBehindLine] = [false, false];
  return (chunk) => {
    const ends: number[] = [];
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (isBehindLine && byte === STAR) ends.push(at);
      isBehindLine = false;
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === LINE_FEED && !isQuoted) {
        if (hasTables) isBehindLine = true;
        else ends.push(at + 1);
      }
    }
    return ends;
  };
}
