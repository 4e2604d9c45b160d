import { offerDownload } from "../../destinations/browser-download";

/** Where what was decrypted goes. Exactly one of `close` and `discard` ends it. */
interface Place {
  write: (chunk: Uint8Array<ArrayBuffer>) => Promise<void>;
  close: () => Promise<void>;
  discard: () => Promise<void>;
}

interface WritableFile {
  createWritable(): Promise<{
    write(chunk: BufferSource): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}

type Picker = (options: { suggestedName: string }) => Promise<WritableFile>;

/** Below that a download will do; more should never be in memory as a whole. */
const SMALL_BYTES = 64 * 1024 ** 2;

/**
 * A file that somebody chooses (Chromium), which is written as it comes; for small ones, and where there is no such question, a download. Rejects when
 * nothing was chosen.
 */
export async function choosePlace(name: string, size: number): Promise<Place> {
  const { showSaveFilePicker: pick } = window as { showSaveFilePicker?: Picker };
  if (!pick || size < SMALL_BYTES) return asDownload(name);
  const writable = await (await pick({ suggestedName: name })).createWritable();
  return {
    write: (chunk) => writable.write(chunk),
    close: () => writable.close(),
    discard: () => writable.abort().catch(() => undefined),
  };
}

function asDownload(name: string): Place {
  // A Blob of Blobs may lie on the disk: the browser decides.
  const parts: Blob[] = [];
  return {
    async write(chunk) {
      parts.push(new Blob([chunk]));
    },
    close: async () => offerDownload(name, new Blob(parts, { type: "application/octet-stream" })),
    async discard() {
      parts.splice(0);
    },
  };
}
