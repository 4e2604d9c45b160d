import { joined } from "./joined";

/**
 * Cuts a stream into pieces, wherever its chunks end: those that are complete with a chunk together, and in the end what is left. Each
 * byte is looked at once, however long a piece is.
 *
 * @param ends where pieces end in the next chunk, in ascending order: how many of its bytes belong to each, and to those before it
 * @param most a piece of more bytes is not held: it comes empty
 */
export async function* piecesOf(
  stream: ReadableStream<Uint8Array>,
  ends: (chunk: Uint8Array) => number[],
  most = Infinity,
): AsyncGenerator<Uint8Array[], void, undefined> {
  const reader = stream.getReader();
  const rest = createRest(most);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const pieces: Uint8Array[] = [];
      let start = 0;
      for (const end of ends(value)) {
        pieces.push(rest.with(value.subarray(start, end)));
        start = end;
      }
      rest.add(value.subarray(start));
      if (pieces.length > 0) yield pieces;
    }
    if (rest.size > 0) yield [rest.with(new Uint8Array())];
  } finally {
    await reader.cancel();
  }
}

/** The beginning of a piece. */
function createRest(most: number) {
  let chunks: Uint8Array[] = [];
  let size = 0;

  function add(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    size += chunk.length;
    chunks.push(chunk);
    if (size > most) chunks = [];
  }

  return {
    get size() {
      return size;
    },
    add,
    /** The piece that ends so; the next one begins. */
    with(end: Uint8Array): Uint8Array {
      add(end);
      const whole = size > most ? new Uint8Array() : joined(chunks, size);
      [chunks, size] = [[], 0];
      return whole;
    },
  };
}
