import type { FileEntry } from "@zip.js/zip.js/lib/zip-core-custom.js";
import type { Slot } from "./zip-layout";

/** zip.js: what a zip has before an entry, beside what its directory says of it. */
type LocalHeader = NonNullable<FileEntry["localDirectory"]>;

/** Bits that tell of the content: all but how hard deflate tried (PKWARE APPNOTE 4.4.4). */
const FLAGS = 0xffff & ~0b110;
const HAS_DESCRIPTOR = 1 << 3;

/**
 * The content of an entry, unpacked while it is read. Errors after at most as many bytes as the directory declares (a
 * chunk of zip.js more is unpacked, 64 KiB, and thrown away), and at the end, before it closes, if size or CRC do not agree, or if the
 * local header, the data descriptor or the bytes around them say anything else than the directory.
 */
export function content(
  entry: FileEntry,
  slot: Slot,
  asDamage: (cause: unknown) => unknown,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const reader = readable.getReader();
  let size = 0;
  let unpacking: Promise<unknown> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        unpacking ??= entry
          .getData(writable)
          .catch((cause: unknown) => writable.abort(cause).then(() => Promise.reject(cause)));
        unpacking.catch(() => undefined);
        try {
          const { done, value } = await reader.read();
          if (done) {
            await unpacking;
            refuseOtherHeader(entry, slot);
            return controller.close();
          }
          size += value.length;
          if (size > entry.uncompressedSize) throw new Error("Longer than the directory says");
          controller.enqueue(value);
        } catch (cause) {
          controller.error(asDamage(cause));
          await reader.cancel(cause).catch(() => undefined);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** zip.js has compared names, methods, and what the data descriptor says. */
function refuseOtherHeader(entry: FileEntry, slot: Slot): void {
  const local = entry.localDirectory;
  if (!local) throw new Error("Its local header was not read");
  if ((local.rawBitFlag & FLAGS) !== ((entry.rawBitFlag ?? 0) & FLAGS))
    throw new Error("Its local header has other flags");
  if (!sizesAgree(entry, local)) throw new Error("Its local header has other sizes, or another CRC");
  if (!saysNoOtherPath(local.extraField, entry.rawFilename)) throw new Error("Its local header has another path");
  const end = local.dataOffset + entry.compressedSize + descriptorBytes(local);
  if (end !== slot.end) throw new Error("It is followed by bytes that belong to no entry");
}

/** Whoever writes the sizes after the content leaves them out before it. */
function sizesAgree(entry: FileEntry, local: LocalHeader): boolean {
  const isLater = (local.rawBitFlag & HAS_DESCRIPTOR) !== 0;
  return (["crc32", "compressedSize", "uncompressedSize"] as const).every(
    (member) => local[member] === entry[member] || (isLater && local[member] === 0),
  );
}

function descriptorBytes({ rawBitFlag, dataDescriptor }: LocalHeader): number {
  if ((rawBitFlag & HAS_DESCRIPTOR) === 0) return 0;
  return dataDescriptor?.signature ? 16 : 12;
}

const UNICODE_PATH = 0x7075;

/** Info-ZIP's extra field gives a path again, after 5 bytes; some programs prefer it to the one in the header. */
export function saysNoOtherPath(
  fields: ReadonlyMap<number, { data: Uint8Array }> | undefined,
  path: Uint8Array,
): boolean {
  const field = fields?.get(UNICODE_PATH);
  return !field || sameBytes(field.data.subarray(5), path);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
