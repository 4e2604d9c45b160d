import { joined } from "./joined";

/** One value as one line, ended by a line feed. JSON escapes line feeds itself, so a line is always one value. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/**
 * The values of a JSON-lines stream, one by one; memory holds one line.
 * Throws a `SyntaxError` for a line that is not JSON, and a `TypeError` for bytes that are not UTF-8.
 */
export async function* readJsonLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  for await (const line of jsonLinesOf(stream)) yield JSON.parse(line) as unknown;
}

/** The lines of a JSON-lines stream, without their ends. Throws a `TypeError` for bytes that are not UTF-8. */
async function* jsonLinesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const reader = stream.getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + decoder.decode(value, { stream: !done })).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
      if (done) break;
    }
    if (rest !== "") yield rest;
  } finally {
    await reader.cancel();
  }
}

/** Lines in UTF-8, each with its line feed: views of the bytes, not copies. What stands behind the last line feed is left out. */
export function linesIn(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, start)) {
    lines.push(bytes.subarray(start, at + 1));
    start = at + 1;
  }
  return lines;
}

/** The lines of a JSON-lines stream in UTF-8, each with its line feed; those of a chunk together. */
export async function* lineBytesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array[], void, undefined> {
  const reader = stream.getReader();
  let rest: Uint8Array = new Uint8Array();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const bytes = rest.length === 0 ? value : joined([rest, value], rest.length + value.length);
      const lines = linesIn(bytes);
      rest = bytes.subarray(lines.reduce((sum, { length }) => sum + length, 0));
      if (lines.length > 0) yield lines;
    }
    if (rest.length > 0) yield [rest];
  } finally {
    await reader.cancel();
  }
}

/** Line feeds in some bytes: the number of values in a JSON-lines file, counted chunk by chunk. */
export function countLines(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

const LINE_FEED = 0x0a;
