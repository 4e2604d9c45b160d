import { isWorthDeflating, methodOf } from "../../archive/compression";
import { createMeter } from "../../archive/digest";
import { joined } from "../../archive/joined";
import { platform } from "../../archive/platform";
import type { NotedFile } from "../journal/journal";
import type { FileWriter, StoredFile } from "../workspace";
import { type PackedOutput, deflating, storing } from "./packed-output";

/** Bytes on their way into a file of the workspace, as a zip will hold them. Exactly one of `close` and `discard` ends it. */
export interface PackedWriter {
  write(chunk: Uint8Array): Promise<void>;
  close(): Promise<{ noted: Required<NotedFile>; stored: StoredFile }>;
  discard(): Promise<void>;
}

/** Most settings and attachments are smaller: they are packed and written at once, which takes a fraction of the time. */
const AT_ONCE_BYTES = 256 * 1024;

/**
 * Packs while kintone is being waited for: a volume that is written later only puts the pieces together, and what waits in
 * the workspace takes less room.
 *
 * @param name of the file
 * @param path of the entry: its name may tell that there is nothing to deflate
 */
export function createPackedWriter(name: string, path: string, file: FileWriter): PackedWriter {
  const whole = createMeter();
  let crc32 = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let output: PackedOutput | undefined;

  const beginning = () => (waiting.length === 1 ? (waiting[0] as Uint8Array) : joined(waiting, waitingBytes));
  const isDeflated = (bytes: Uint8Array) => methodOf({ path }) === "deflate" && isWorthDeflating(bytes);

  async function closeAtOnce() {
    const bytes = beginning();
    // The entry outlives its bytes: it must not hold on to them.
    waiting = [];
    const deflated = isDeflated(bytes) ? await platform.deflated(bytes) : bytes;
    const isSmaller = deflated.length < bytes.length;
    const packed = isSmaller ? deflated : bytes;
    const meter = createMeter();
    meter.add(packed);
    if (packed.length > 0) await file.write(packed);
    return {
      stored: await file.close(),
      method: isSmaller ? ("deflate" as const) : ("store" as const),
      measure: await meter.finish(),
    };
  }

  return {
    async write(chunk) {
      whole.add(chunk);
      crc32 = platform.crc32(chunk, crc32);
      if (output) return output.write(chunk);
      waiting.push(chunk);
      waitingBytes += chunk.length;
      if (waitingBytes <= AT_ONCE_BYTES) return;
      const bytes = beginning();
      waiting = [];
      output = isDeflated(bytes) ? deflating(file) : storing(file);
      await output.write(bytes);
    },
    async close() {
      const { stored, method, measure } = await (output ? output.close() : closeAtOnce());
      const content = { ...(await whole.finish()), method, crc32 };
      return { noted: { name, ...(measure ?? content), content }, stored };
    },
    discard: () => (output ?? file).discard(),
  };
}
