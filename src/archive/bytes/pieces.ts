import { joined } from "./joined";

/**
 * Cuts a stream into pieces, wherever its chunks end: those that are complete with a chunk together, and in the end what is left.
 *
 * @param complete the pieces that some bytes begin with, one behind the other, as far as they are known to be complete
 */
export async function* piecesOf(
  stream: ReadableStream<Uint8Array>,
  complete: (bytes: Uint8Array) => Uint8Array[],
): AsyncGenerator<Uint8Array[], void, undefined> {
  const reader = stream.getReader();
  let rest: Uint8Array = new Uint8Array();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const bytes = rest.length === 0 ? value : joined([rest, value], rest.length + value.length);
      const pieces = complete(bytes);
      rest = bytes.subarray(pieces.reduce((sum, { length }) => sum + length, 0));
      if (pieces.length > 0) yield pieces;
    }
    if (rest.length > 0) yield [rest];
  } finally {
    await reader.cancel();
  }
}
