import { type FileHandle, open } from "node:fs/promises";
import { BackupError } from "../domain/errors";
import { storageError } from "../domain/storage-error";
import type { StoredFile } from "../domain/workspace";

const CHUNK_BYTES = 256 * 1024;

/** A file that lies whole at `path`. */
export function storedFile(path: string, name: string, size: number): StoredFile {
  async function filled(handle: FileHandle, wanted: Uint8Array, start: number): Promise<Uint8Array> {
    let at = 0;
    while (at < wanted.length) {
      const { bytesRead } = await handle.read(wanted, at, wanted.length - at, start + at);
      if (bytesRead === 0) throw shortened(name, size);
      at += bytesRead;
    }
    return wanted;
  }

  return {
    ...{ name, size, path },
    // Not `Readable.toWeb`, which on Node 20 counts chunks where it should count bytes and so reads far ahead.
    stream() {
      let handle: FileHandle | undefined;
      let at = 0;
      const close = async () => {
        await handle?.close();
        handle = undefined;
      };
      return new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            try {
              handle ??= await open(path, "r");
              const chunk = new Uint8Array(Math.min(CHUNK_BYTES, size - at));
              if (chunk.length > 0) controller.enqueue(await filled(handle, chunk, at));
              at += chunk.length;
              if (at < size) return;
              await close();
              controller.close();
            } catch (thrown) {
              await close();
              fileSystemFailure(thrown);
            }
          },
          cancel: close,
        },
        { highWaterMark: 0 },
      );
    },
    async bytes(start, end) {
      const handle = await open(path, "r").catch(fileSystemFailure);
      try {
        return await filled(handle, new Uint8Array(Math.max(0, Math.min(end, size) - start)), start);
      } catch (thrown) {
        return fileSystemFailure(thrown);
      } finally {
        await handle.close();
      }
    },
  };
}

/** What a file system refuses, in words without a path of this machine. */
export function fileSystemFailure(thrown: unknown): never {
  throw storageError(thrown, "WORKSPACE_FAILED");
}

function shortened(name: string, size: number): BackupError {
  return new BackupError("WORKSPACE_FAILED", `${name} became shorter than ${size} bytes`);
}
