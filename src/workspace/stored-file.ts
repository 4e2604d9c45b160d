import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { ReadableStream as NodeReadableStream } from "node:stream/web";
import { storageError } from "../engine/storage-error";
import type { StoredFile } from "../engine/workspace";

/** A file that lies whole at `path`. */
export function storedFile(path: string, name: string, size: number): StoredFile {
  return {
    name,
    size,
    // Not `Readable.toWeb`, which on Node 20 counts chunks where it should count bytes and so reads far ahead.
    stream: () => NodeReadableStream.from(chunksOf(path)) as ReadableStream<Uint8Array>,
    async bytes(start, end) {
      const wanted = new Uint8Array(Math.min(end, size) - start);
      const handle = await open(path, "r").catch(fileSystemFailure);
      try {
        let filled = 0;
        while (filled < wanted.length) {
          const { bytesRead } = await handle.read(wanted, filled, wanted.length - filled, start + filled);
          if (bytesRead === 0) throw new Error(`${name} became shorter than ${size} bytes`);
          filled += bytesRead;
        }
      } finally {
        await handle.close();
      }
      return wanted;
    },
  };
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
  } catch (thrown) {
    fileSystemFailure(thrown);
  }
}

/** What a file system refuses, in words without a path of this machine. */
export function fileSystemFailure(thrown: unknown): never {
  throw storageError(thrown, "UNEXPECTED");
}
