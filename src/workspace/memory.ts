import { BackupError } from "../domain/errors";
import type { StoredFile, Workspace } from "../domain/workspace";

/** A workspace for tests and small runs. `capacity` (bytes) stands for the size of the disk. */
export function createMemoryWorkspace({ capacity = Infinity }: { capacity?: number } = {}): Workspace {
  const sizes = new Map<string, number>();

  function used(): number {
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
  }

  return {
    async create(name) {
      const chunks: Array<Uint8Array<ArrayBuffer>> = [];
      sizes.set(name, 0);
      return {
        isLasting: true,
        async write(chunk) {
          if (used() + chunk.length > capacity) throw new BackupError("NO_SPACE", "The memory workspace is full");
          chunks.push(chunk.slice());
          sizes.set(name, (sizes.get(name) ?? 0) + chunk.length);
        },
        async close() {
          return storedBlob(name, new Blob(chunks));
        },
        async discard() {
          sizes.delete(name);
        },
      };
    },
    async remove(name) {
      sizes.delete(name);
    },
    async clear() {
      sizes.clear();
    },
  };
}

function storedBlob(name: string, blob: Blob): StoredFile {
  return {
    name,
    size: blob.size,
    stream: () => blob.stream(),
    bytes: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
