import type { StoredFile } from "./workspace";

/** As much as a stream holds in memory. */
const CHUNK_BYTES = 256 * 1024;

/** A part of a file, as if it were one by itself. A file that is shorter gives what is there. */
export function rangeOf({ name, bytes }: StoredFile, start: number, size: number): StoredFile {
  const within = (from: number, to: number) => bytes(start + from, start + Math.min(to, size));
  return {
    ...{ name, size },
    bytes: within,
    stream() {
      let at = 0;
      return new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            const chunk = await within(at, at + CHUNK_BYTES);
            at += chunk.length;
            if (chunk.length > 0) controller.enqueue(chunk);
            if (chunk.length === 0 || at >= size) controller.close();
          },
        },
        { highWaterMark: 0 },
      );
    },
  };
}
