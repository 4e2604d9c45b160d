import { createMeter } from "../../archive/digest";
import type { Method } from "../../archive/entry";
import { platform } from "../../archive/platform";
import type { NotedFile } from "../journal/journal";
import type { FileWriter, StoredFile } from "../workspace";

/** Bytes on their way into a file of the workspace, as a zip will hold them. Exactly one of `close` and `discard` ends it. */
export interface PackedWriter {
  write(chunk: Uint8Array): Promise<void>;
  close(): Promise<{ noted: Required<NotedFile>; stored: StoredFile }>;
  discard(): Promise<void>;
}

/**
 * Packs while kintone is being waited for: a volume that is written later only puts the pieces together, and what waits in
 * the workspace takes less room.
 */
export function createPackedWriter(name: string, method: Method, writer: FileWriter): PackedWriter {
  const whole = createMeter();
  let crc32 = 0;
  const output = method === "deflate" ? deflating(writer) : { ...writer, measure: whole.finish };
  return {
    write(chunk) {
      whole.add(chunk);
      crc32 = platform.crc32(chunk, crc32);
      return output.write(chunk);
    },
    async close() {
      const stored = await output.close();
      const measure = await whole.finish();
      const packed = method === "deflate" ? await output.measure() : measure;
      return { noted: { name, ...packed, content: { ...measure, method, crc32 } }, stored };
    },
    discard: () => output.discard(),
  };
}

/** Deflates what goes to the file, and measures what arrives there. */
function deflating(file: FileWriter) {
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
    measure: meter.finish,
    write: (chunk: Uint8Array) => input.write(chunk),
    async close() {
      await input.close();
      await arrived;
      return file.close();
    },
    async discard() {
      await input.abort().catch(() => undefined);
      await arrived.catch(() => undefined);
      await file.discard();
    },
  };
}
