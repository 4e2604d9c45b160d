import { piecesOf } from "../bytes/pieces";

/** One value as one line, ended by a line feed. JSON escapes line feeds itself, so a line is always one value. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/**
 * The values of a JSON-lines stream, one by one; memory holds one line.
 * Throws a `SyntaxError` for a line that is not JSON, and a `TypeError` for bytes that are not UTF-8.
 */
export async function* readJsonLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for await (const lines of lineBytesOf(stream)) {
    for (const line of lines) yield JSON.parse(decoder.decode(line)) as unknown;
  }
}

/** Lines in UTF-8, each with its line feed: views of the bytes, not copies. What stands behind the last line feed is left out. */
export function linesIn(bytes: Uint8Array): Uint8Array[] {
  const ends = lineEnds(bytes);
  return ends.map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end));
}

/** The lines of a JSON-lines stream in UTF-8, each with its line feed; those of a chunk together. */
export function lineBytesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array[], void, undefined> {
  return piecesOf(stream, lineEnds);
}

/** How many of the bytes belong to each line, and to those before it. */
function lineEnds(bytes: Uint8Array): number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) ends.push(at + 1);
  return ends;
}

/** Line feeds in some bytes: the number of values in a JSON-lines file, counted chunk by chunk. */
export function countLines(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

const LINE_FEED = 0x0a;
