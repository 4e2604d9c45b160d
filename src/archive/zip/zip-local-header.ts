import { type ExtraFields, LOCAL_HEADER_BYTES, type Slot, readExtraFields, view } from "./zip-layout";

const SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;

/** Bits that tell of the content: all but how hard deflate tried (PKWARE APPNOTE 4.4.4). */
const FLAGS = 0xffff & ~0b110;
const HAS_DESCRIPTOR = 1 << 3;

export const ZIP64 = 0x0001;
const UNICODE_PATH = 0x7075;

/** Reads at most so many bytes as are there. */
type Read = (start: number, length: number) => Promise<Uint8Array>;

/**
 * Where the content of an entry begins. Throws an `Error` when the local header, the data descriptor, or the bytes around the content say
 * anything else than the directory (PKWARE APPNOTE 4.3.7, 4.3.9): programs that read the one would see another entry than those that
 * read the other.
 */
export async function contentStart(slot: Slot, read: Read): Promise<number> {
  const header = view(await read(slot.start, LOCAL_HEADER_BYTES));
  if (header.byteLength < LOCAL_HEADER_BYTES || header.getUint32(0, true) !== SIGNATURE) {
    throw new Error("It has no local header");
  }
  const flags = header.getUint16(6, true);
  if ((flags & FLAGS) !== (slot.flags & FLAGS)) throw new Error("Its local header has other flags");
  if (header.getUint16(8, true) !== slot.method) throw new Error("Its local header has another method");
  const hasDescriptor = (flags & HAS_DESCRIPTOR) !== 0;
  const told = [header.getUint32(14, true), header.getUint32(18, true), header.getUint32(22, true)];
  if (!sizesAgree(slot, told, hasDescriptor)) throw new Error("Its local header has other sizes, or another CRC");

  const [pathBytes, extraBytes] = [header.getUint16(26, true), header.getUint16(28, true)];
  const names = await read(slot.start + LOCAL_HEADER_BYTES, pathBytes + extraBytes);
  const extra = readExtraFields(names.subarray(pathBytes));
  const isSamePath = sameBytes(names.subarray(0, pathBytes), slot.path);
  if (!extra || extra.has(ZIP64) || !isSamePath || !saysNoOtherPath(extra, slot.path)) {
    throw new Error("Its local header has another path, or extra fields that cannot be");
  }
  const start = slot.start + LOCAL_HEADER_BYTES + pathBytes + extraBytes;
  const behind = await read(start + slot.packedSize, Math.max(0, slot.end - start - slot.packedSize));
  if (!isDescriptor(behind, slot, hasDescriptor) || start + slot.packedSize + behind.length !== slot.end) {
    throw new Error("It is followed by bytes that belong to no entry, or that say something else");
  }
  return start;
}

/** Whoever writes the sizes after the content leaves them out before it. */
function sizesAgree(slot: Slot, told: number[], hasDescriptor: boolean): boolean {
  return factsOf(slot).every((fact, at) => told[at] === fact || (hasDescriptor && told[at] === 0));
}

/** The signature in front of it is optional. */
function isDescriptor(bytes: Uint8Array, slot: Slot, hasDescriptor: boolean): boolean {
  if (!hasDescriptor) return bytes.length === 0;
  const values = view(bytes);
  const isSigned = bytes.length === 16 && values.getUint32(0, true) === DESCRIPTOR_SIGNATURE;
  if (!isSigned && bytes.length !== 12) return false;
  return factsOf(slot).every((fact, at) => values.getUint32((isSigned ? 4 : 0) + 4 * at, true) === fact);
}

function factsOf({ crc32, packedSize, size }: Slot): number[] {
  return [crc32, packedSize, size];
}

/** Info-ZIP's extra field gives a path again, after 5 bytes; some programs prefer it to the one in the header. */
export function saysNoOtherPath(fields: ExtraFields, path: Uint8Array): boolean {
  const field = fields.get(UNICODE_PATH);
  return !field || sameBytes(field.subarray(5), path);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
