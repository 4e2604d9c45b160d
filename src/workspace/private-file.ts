import type { StoredFile } from "../domain/workspace";

/**
 * A finished file of the browser's private file system. `file` lies on the disk: it can be posted to another context and
 * handed out as a download without being read into memory.
 */
export interface PrivateFile extends StoredFile {
  readonly file: File;
}

export function privateFile(name: string, file: File): PrivateFile {
  return {
    name,
    file,
    size: file.size,
    stream: () => file.stream(),
    bytes: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
  };
}
