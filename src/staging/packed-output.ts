import { type Measure, createMeter } from "../archive/bytes/digest";
import { platform } from "../archive/bytes/platform";
import type { Method } from "../archive/entry";
import type { FileWriter, StoredFile } from "../domain/workspace";

/** Where the bytes of an entry go that is too large to be packed at once. */
export interface PackedOutput {
  write(chunk: Uint8Array): Promise<void>;
  /** The measure is that of the file, when it is not that of the entry. */
  close(): Promise<{ stored: StoredFile; method: Method; measure?: Measure }>;
  discard(): Promise<void>;
}

export function storing(file: FileWriter): PackedOutput {
  return { ...file, close: async () => ({ stored: await file.close(), method: "store" }) };
}

/** Deflates what goes to the file, and measures what arrives there. */
export function deflating(file: FileWriter): PackedOutput {
  const meter = createMeter();
  const { readable, writable } = platform.deflate();
  const input = writable.getWriter();
  const arrived = readable.pipeTo(
    new WritableStream({
      write(chunk) {
        meter.add(chunk);
        return file.write(chunk);
      },
    }),
  );
  arrived.catch(() => undefined); // it is awaited in the end; the next write fails with the same reason
  return {
    write: (chunk) => input.write(chunk),
    async close() {
      await input.close();
      await arrived;
      return { stored: await file.close(), method: "deflate", measure: await meter.finish() };
    },
    async discard() {
      await input.abort().catch(() => undefined);
      await arrived.catch(() => undefined);
      await file.discard();
    },
  };
}
