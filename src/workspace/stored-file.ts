import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { ReadableStream as NodeReadableStream } from "node:stream/web";
import type { StoredFile } from "../engine/workspace";

/** A file that lies whole at `path`. */
export function storedFile(path: string, name: string, size: number): StoredFile {
  return {
    name,
    size,
    // Not `Readable.toWeb`, which on Node 20 counts chunks where it should count bytes and so reads far ahead.
    stream: () => NodeReadableStream.from<Uint8Array>(createReadStream(path)) as ReadableStream<Uint8Array>,
    async bytes(start, end) {
      const wanted = new Uint8Array(Math.min(end, size) - start);
      const handle = await open(path, "r");
      try {
        let filled = 0;
        while (filled < wanted.length) {
          const { bytesRead } = await handle.read(wanted, filled, wanted.length - filled, start + filled);
          if (bytesRead === 0) throw new Error(`${path} became shorter than ${size} bytes`);
          filled += bytesRead;
        }
      } finally {
        await handle.close();
      }
      return wanted;
    },
  };
}
