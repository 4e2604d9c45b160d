import { storageError } from "../domain/storage-error";
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
    stream: () => answering(file.stream()),
    bytes: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer().catch(notReadable)),
  };
}

/** The same stream; what it breaks off with is the workspace's error. */
function answering(stream: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await reader.read().catch(notReadable);
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

function notReadable(thrown: unknown): never {
  throw storageError(thrown, "WORKSPACE_FAILED");
}
