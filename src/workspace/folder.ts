import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rm, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { ReadableStream as NodeReadableStream } from "node:stream/web";
import { storageError } from "../engine/storage-error";
import type { StoredFile, Workspace } from "../engine/workspace";

/** A workspace in `<parent>/<runId>` of the file system (Node). The folder is made now and goes with `clear`. */
export async function createFolderWorkspace(parent: string, runId: string): Promise<Workspace> {
  const folder = join(parent, runId);
  const unfinished = new Set<FileHandle>();
  await mkdir(folder, { recursive: true }).catch(fileSystemFailure);

  async function finish(handle: FileHandle): Promise<void> {
    unfinished.delete(handle);
    await handle.close();
  }

  return {
    async create(name) {
      const path = join(folder, name);
      const handle = await open(path, "wx").catch(fileSystemFailure);
      unfinished.add(handle);
      let size = 0;
      return {
        async write(chunk) {
          await handle.appendFile(chunk).catch(fileSystemFailure);
          size += chunk.length;
        },
        async close() {
          await finish(handle).catch(fileSystemFailure);
          return storedFile(path, name, size);
        },
        async discard() {
          await finish(handle);
          await rm(path, { force: true });
        },
      };
    },

    async remove(name) {
      await rm(join(folder, name), { force: true }).catch(fileSystemFailure);
    },

    async clear() {
      await Promise.all([...unfinished].map(finish));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

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

function fileSystemFailure(thrown: unknown): never {
  throw storageError(thrown, "UNEXPECTED");
}

/** Longer than any run: what is older was left by one that was killed. */
const LEFT_BEHIND_HOURS = 48;

/** Removes the workspaces below `parent` that begin with `prefix` and that nothing was written to for two days. */
export async function sweepFolderWorkspaces(parent: string, prefix: string, now: Date): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const { mtime } = await stat(join(parent, name));
    if (now.getTime() - mtime.getTime() < LEFT_BEHIND_HOURS * 3_600_000) continue;
    await rm(join(parent, name), { recursive: true, force: true });
  }
}
