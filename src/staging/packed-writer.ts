import { type Measure, createMeter } from "../archive/bytes/digest";
import { joined } from "../archive/bytes/joined";
import { platform } from "../archive/bytes/platform";
import type { Method } from "../archive/entry";
import { isWorthDeflating, methodOf } from "../archive/zip/compression";
import type { PackedFile } from "../domain/noted-file";
import type { FileWriter, StoredFile } from "../domain/workspace";
import { type PackedOutput, deflating, storing } from "./packed-output";
import type { Piece } from "./shared-files";

/** Where bytes can go in the workspace. */
export interface Places {
  /** A file of its own. */
  create(): Promise<{ name: string; file: FileWriter }>;
  /** Behind others. */
  append(bytes: Uint8Array): Promise<Piece>;
}

/** Bytes on their way into the workspace, as a zip will hold them. Exactly one of `close` and `discard` ends it. */
export interface PackedWriter {
  write(chunk: Uint8Array): Promise<void>;
  /** `stored` is the file of its own, where it has one. */
  close(): Promise<{ noted: PackedFile; stored?: StoredFile }>;
  discard(): Promise<void>;
}

/** Most settings and attachments are smaller: they are packed and written at once, and share files, which takes a fraction of the time. */
const AT_ONCE_BYTES = 256 * 1024;

/**
 * Packs while kintone is being waited for: a volume that is written later only puts the pieces together, and what waits in
 * the workspace takes less room.
 *
 * @param path of the entry: its name may tell that there is nothing to deflate
 */
export function createPackedWriter(path: string, places: Places): PackedWriter {
  const whole = createMeter();
  let crc32 = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let name = "";
  let output: PackedOutput | undefined;

  const beginning = () => joined(waiting, waitingBytes);
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
    return {
      ...(await places.append(packed)),
      method: isSmaller ? ("deflate" as const) : ("store" as const),
      measure: await meter.finish(),
    };
  }

  async function closeFile(ofLarge: PackedOutput) {
    const { stored, ...others } = await ofLarge.close();
    return { ...others, name, stored };
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
      const own = await places.create();
      name = own.name;
      output = isDeflated(bytes) ? deflating(own.file) : storing(own.file);
      await output.write(bytes);
    },
    async close() {
      const { stored, method, measure, ...place }: Closed = await (output ? closeFile(output) : closeAtOnce());
      const content = { ...(await whole.finish()), method, crc32 };
      return { noted: { ...place, ...(measure ?? content), content }, ...(stored && { stored }) };
    },
    discard: async () => output?.discard(),
  };
}

/** Where the bytes lie, and how they are packed. */
interface Closed extends Pick<PackedFile, "name" | "start"> {
  stored?: StoredFile;
  method: Method;
  measure?: Measure;
}
