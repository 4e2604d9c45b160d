import { joined } from "./joined";

const [QUOTE, LINE_FEED, STAR] = [0x22, 0x0a, 0x2a];

/**
 * The rows of each record in a `records.csv`, without parsing a cell: as bytes, each row with its line feed; those of a chunk together. The
 * header is left out. A cell with a quotation mark or a line feed is quoted, so a row ends at a line feed with an even number of
 * marks before it.
 *
 * @param hasTables whether the app has any: then a record may have several rows, of which the first begins with `*`
 */
export async function* recordRows(
  stream: ReadableStream<Uint8Array>,
  hasTables: boolean,
): AsyncGenerator<Uint8Array[], void, undefined> {
  const reader = stream.getReader();
  let rest: Uint8Array = new Uint8Array();
  let isHeader = true;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const bytes = rest.length === 0 ? value : joined([rest, value], rest.length + value.length);
      const { starts, complete } = startsIn(bytes, hasTables);
      rest = bytes.subarray(complete);
      const rows = starts.map((start, index) => bytes.subarray(start, starts[index + 1] ?? complete));
      if (isHeader && rows.length > 0) {
        rows.shift();
        isHeader = false;
      }
      if (rows.length > 0) yield rows;
    }
    if (rest.length > 0 && !isHeader) yield [rest];
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Where records, and the header, begin; and where the last one that is known to be complete ends. Of an app with tables, only the
 * next record tells that one is complete.
 */
function startsIn(bytes: Uint8Array, hasTables: boolean): { starts: number[]; complete: number } {
  const starts = [0];
  let complete = 0;
  let isQuoted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === LINE_FEED && !isQuoted) {
      const next = at + 1;
      if (!hasTables) complete = next;
      if (hasTables && bytes[next] === STAR) complete = next;
      if (complete === next) starts.push(next);
    }
  }
  if (starts.at(-1) === complete) starts.pop();
  return { starts, complete };
}
