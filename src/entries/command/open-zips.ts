import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import { isEncrypted } from "../../archive/encryption/age-header";
import { decryptedSource } from "../../archive/encryption/decrypted-source";
import { EncryptionError } from "../../archive/encryption/encryption-error";
import { fileKeyBy } from "../../archive/encryption/file-key";
import { type Keys, isWithoutKeys } from "../../archive/encryption/keys";
import type { NamedVolume } from "../../archive/verify/verify-archive";
import type { RandomAccess } from "../../archive/zip/source-reader";
import { ClosedFile } from "./encrypted/closed-file";

/** A file that is not there, cannot be read, or became shorter while it was. */
export class UnreadableFile extends Error {
  constructor(file: string, code: string) {
    super(`${file} (${code})`);
  }
}

/**
 * Lets files be read in whatever order, and closes them afterwards; of encrypted ones, what they hold, under the name of the zip. Nothing that is
 * decrypted is written anywhere. Rejects with `UnreadableFile`, with `ClosedFile`, or as `read` does.
 */
export async function withOpenZips<Result>(
  files: readonly string[],
  keys: Keys,
  read: (volumes: NamedVolume[]) => Promise<Result>,
): Promise<Result> {
  return withOpenFiles(files, async (sources) => {
    const volumes: NamedVolume[] = [];
    for (const { file, source } of sources) {
      const name = path.basename(file);
      const isZip = !(await isEncrypted(source));
      volumes.push(isZip ? { name, source } : await openedZip(file, source, keys));
    }
    return read(volumes);
  });
}

/** The zip that a file holds. Rejects with `ClosedFile`. */
export async function openedZip(file: string, source: RandomAccess, keys: Keys): Promise<NamedVolume> {
  const closed = (thrown: unknown): never => {
    if (!(thrown instanceof EncryptionError)) throw thrown;
    throw new ClosedFile(file, thrown, !isWithoutKeys(keys));
  };
  const { size, bytes } = await decryptedSource(source, fileKeyBy(keys)).catch(closed);
  const name = path.basename(file).replace(/\.age$/i, "");
  return { name, source: { size, bytes: (start, end) => bytes(start, end).catch(closed) } };
}

/** The same, of files as they are. */
export async function withOpenFiles<Result>(
  files: readonly string[],
  read: (sources: Array<{ file: string; source: RandomAccess }>) => Promise<Result>,
): Promise<Result> {
  const handles: FileHandle[] = [];
  try {
    const sources: Array<{ file: string; source: RandomAccess }> = [];
    for (const file of files) {
      const handle = await reading(file, open(file, "r"));
      handles.push(handle);
      sources.push({ file, source: await sourceOf(file, handle) });
    }
    return await read(sources);
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
}

async function sourceOf(file: string, handle: FileHandle): Promise<RandomAccess> {
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
