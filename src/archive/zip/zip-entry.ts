import { platform } from "../bytes/platform";
import type { Packed } from "../entry";
import type { SourceReader } from "./source-reader";
import { unpacked } from "./unpacking";
import type { Slot } from "./zip-layout";
import { contentStart } from "./zip-local-header";

const DEFLATED = 8;

/** How much is read, and unpacked, at a time. Nothing that a volume holds is a thousand times as large unpacked: of that, less. */
const CHUNK_BYTES = 256 * 1024;
const CHUNK_BYTES_OF_BOMBS = 4 * 1024;

/** An entry as it lies in the zip; its stream errors with an `Error` when what is around it says anything else than the directory. */
export function packedContent(slot: Slot, reader: SourceReader): Packed {
  const chunkBytes = slot.size > 100 * slot.packedSize ? CHUNK_BYTES_OF_BOMBS : CHUNK_BYTES;
  const open = () => {
    let at: number | undefined;
    let end = 0;
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          if (at === undefined) {
            at = await contentStart(slot, (start, length) => reader.read(start, length));
            end = at + slot.packedSize;
          }
          const chunk = await reader.read(at, Math.min(chunkBytes, end - at));
          if (at < end && chunk.length === 0) throw new Error("It ends too early");
          // A copy: whoever unpacks it may take the memory along.
          if (chunk.length > 0) controller.enqueue(chunk.slice());
          at += chunk.length;
          if (at === end) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
  };
  return { method: slot.method === DEFLATED ? "deflate" : "store", crc32: slot.crc32, size: slot.packedSize, open };
}

/**
 * The content of an entry, unpacked while it is read. Errors as soon as more comes than the directory declares (what the platform has
 * unpacked by then is thrown away), and at the end, before it closes, if size or CRC do not agree, or as `packedContent` does.
 */
export function content(slot: Slot, packed: Packed, asDamage: (cause: unknown) => unknown): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let size = 0;
  let crc32 = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          reader ??= (await unpacked(packed, slot.size)).getReader();
          const { done, value } = await reader.read();
          if (!done) {
            size += value.length;
            if (size > slot.size) throw new Error("Longer than the directory says");
            crc32 = platform.crc32(value, crc32);
            return controller.enqueue(value);
          }
          if (size !== slot.size) throw new Error("Shorter than the directory says");
          if (crc32 !== slot.crc32) throw new Error("Its CRC is another one");
          controller.close();
        } catch (cause) {
          controller.error(asDamage(cause));
          await reader?.cancel(cause).catch(() => undefined);
        }
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
