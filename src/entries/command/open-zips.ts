import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import type { NamedVolume } from "../../archive/verify/verify-archive";

/** A file that is not there, cannot be read, or became shorter while it was. */
export class UnreadableFile extends Error {
  constructor(file: string, code: string) {
    super(`${file} (${code})`);
  }
}

/** Lets files be read in whatever order, and closes them afterwards. Rejects with `UnreadableFile`, or as `read` does. */
export async function withOpenZips<Result>(
  files: readonly string[],
  read: (volumes: NamedVolume[]) => Promise<Result>,
): Promise<Result> {
  const handles: FileHandle[] = [];
  try {
    const volumes: NamedVolume[] = [];
    for (const file of files) {
      const handle = await reading(file, open(file, "r"));
      handles.push(handle);
      volumes.push({ name: path.basename(file), source: await sourceOf(file, handle) });
    }
    return await read(volumes);
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
}

async function sourceOf(file: string, handle: FileHandle): Promise<NamedVolume["source"]> {
  const { size } = await reading(file, handle.stat());
  return {
    size,
    async bytes(start, end) {
      const wanted = new Uint8Array(Math.min(end, size) - start);
      let filled = 0;
      while (filled < wanted.length) {
        const some = handle.read(wanted, filled, wanted.length - filled, start + filled);
        const { bytesRead } = await reading(file, some);
        if (bytesRead === 0) throw new UnreadableFile(file, "EOF");
        filled += bytesRead;
      }
      return wanted;
    },
  };
}

function reading<T>(file: string, result: Promise<T>): Promise<T> {
  return result.catch(({ code, name }: NodeJS.ErrnoException) =>
    Promise.reject(new UnreadableFile(file, code ?? name)),
  );
}
