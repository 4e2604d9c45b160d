/** Bytes of a file, at most as many as are there. */
export type ReadBytes = (start: number, length: number) => Promise<Uint8Array>;

/** What the directory says of an entry. */
export interface Header {
  /** Bytes of its path. */
  path: Uint8Array;
  flags: number;
  method: number;
  crc32: number;
  /** Bytes after compression, and before. */
  packedSize: number;
  size: number;
  attributes: number;
  extra: ExtraFields;
  /** Of the local header. */
  start: number;
}

/** Where the directory puts an entry: nothing else may be between its `start` and `end`. */
export interface Slot extends Header {
  /** Where the next entry starts, or the directory. */
  end: number;
  /** Whether what the directory says cannot be: the entry reaches into its neighbour, or out of the file. */
  isMisplaced: boolean;
}

/**
 * The most that a directory may have, in bytes: it is the one part of a zip that has to be in memory as a whole. 65,534
 * entries with paths of 300 bytes, written twice as JSZip does for names that are not ASCII, have 46 MiB.
 */
const MAX_DIRECTORY_BYTES = 64 * 1024 ** 2;

/** Every extra field becomes an object, so that a directory full of empty ones would fill memory. Zip tools write up to four. */
const MAX_EXTRA_FIELDS = 8;

const END_RECORD = { signature: 0x06054b50, bytes: 22 };
const DIRECTORY_HEADER = { signature: 0x02014b50, bytes: 46 };
export const LOCAL_HEADER_BYTES = 30;

/** The end record, and the longest comment. */
const MAX_TAIL_BYTES = END_RECORD.bytes + 0xffff;

/**
 * Where a zip's entries are, in the order of its directory. Programs disagree about a zip only where it is laid out
 * in a way that a volume never is, so all of this is refused: bytes after the end record that are not its comment, or a comment with
 * an end record in it; a directory that does not end where that begins (zip64); bytes before the first entry; a second disk;
 * counts that do not agree. A comment is harmless: nobody reads it. Formats and offsets are those of PKWARE's APPNOTE 4.3.7, 4.3.12 and 4.3.16.
 *
 * Throws an `Error` that says what is wrong, or what `read` threw. Reads the last 64 KiB, and a directory of at most 64 MiB.
 */
export async function readSlots(read: ReadBytes, size: number): Promise<Slot[]> {
  const directory = await readEndRecord(read, size);
  if (directory.count === 0) {
    if (directory.start > 0) throw new Error("There are bytes before a directory without entries");
    return [];
  }
  const headers = listHeaders(await read(directory.start, directory.bytes), directory.count);
  const inPlace = [...headers].sort((a, b) => a.start - b.start);
  if (inPlace[0]?.start !== 0) throw new Error("There are bytes before the first entry");
  const slots = new Map<Header, Slot>();
  let reached = 0;
  for (const [at, header] of inPlace.entries()) {
    const end = inPlace[at + 1]?.start ?? directory.start;
    // Both the one that reaches too far and the one that it reaches into.
    const needed = endAtLeast(header);
    slots.set(header, { ...header, end, isMisplaced: header.start < reached || needed > end });
    reached = Math.max(reached, needed);
  }
  return headers.flatMap((header) => slots.get(header) ?? []);
}

async function readEndRecord(read: ReadBytes, size: number): Promise<{ start: number; bytes: number; count: number }> {
  const tail = view(await read(Math.max(0, size - MAX_TAIL_BYTES), MAX_TAIL_BYTES));
  const at = lastEndRecord(tail);
  const end = size - tail.byteLength + at;
  const record = new DataView(tail.buffer, tail.byteOffset + at, END_RECORD.bytes);
  if (end + END_RECORD.bytes + record.getUint16(20, true) !== size) {
    throw new Error("Its end record does not reach its end: something is missing, or was added");
  }
  if (record.getUint32(4, true) !== 0) throw new Error("It is a part of a zip that was split");
  const [count, bytes, start] = [record.getUint16(10, true), record.getUint32(12, true), record.getUint32(16, true)];
  if (count !== record.getUint16(8, true)) throw new Error("It has two numbers of entries");
  if (count === 0xffff) throw new Error("It is a zip64");
  if (start + bytes !== end) throw new Error("The directory does not end where the end record begins");
  if (bytes > MAX_DIRECTORY_BYTES) throw new Error(`A directory of ${bytes} bytes`);
  return { start, bytes, count };
}

/** Programs look for it from the end, and take the first that they find. */
function lastEndRecord(tail: DataView): number {
  for (let at = tail.byteLength - END_RECORD.bytes; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === END_RECORD.signature) return at;
  }
  throw new Error("It has no end record");
}

function listHeaders(directory: Uint8Array, count: number): Header[] {
  const bytes = view(directory);
  const headers: Header[] = [];
  let at = 0;
  for (let number = 1; number <= count; number += 1) {
    if (at + DIRECTORY_HEADER.bytes > bytes.byteLength || bytes.getUint32(at, true) !== DIRECTORY_HEADER.signature) {
      throw new Error(`The directory is broken at entry ${number}`);
    }
    const [pathBytes, extraBytes] = [bytes.getUint16(at + 28, true), bytes.getUint16(at + 30, true)];
    if (bytes.getUint32(at + 32, true) !== 0) throw new Error(`Entry ${number} has a comment, or is on another disk`);
    const extraStart = at + DIRECTORY_HEADER.bytes + pathBytes;
    const end = extraStart + extraBytes;
    const extra = end <= bytes.byteLength ? readExtraFields(directory.subarray(extraStart, end)) : undefined;
    if (!extra) throw new Error(`The directory is broken in the extra fields of entry ${number}`);
    headers.push({
      path: directory.subarray(at + DIRECTORY_HEADER.bytes, extraStart),
      flags: bytes.getUint16(at + 8, true),
      method: bytes.getUint16(at + 10, true),
      crc32: bytes.getUint32(at + 16, true),
      packedSize: bytes.getUint32(at + 20, true),
      size: bytes.getUint32(at + 24, true),
      attributes: bytes.getUint32(at + 38, true),
      extra,
      start: bytes.getUint32(at + 42, true),
    });
    at = end;
  }
  if (at !== bytes.byteLength) throw new Error(`There are more than the ${count} entries that the end record counts`);
  return headers;
}

/** Where the entry ends if its local header has no extra field, and no data descriptor follows. */
function endAtLeast({ start, path, packedSize }: Header): number {
  return start + LOCAL_HEADER_BYTES + path.length + packedSize;
}

/** Extra fields by their id. */
export type ExtraFields = ReadonlyMap<number, Uint8Array>;

/** `undefined` for what is none, has too many of them, or one twice. */
export function readExtraFields(bytes: Uint8Array): ExtraFields | undefined {
  const fields = new Map<number, Uint8Array>();
  const values = view(bytes);
  let at = 0;
  while (at + 4 <= bytes.length && fields.size < MAX_EXTRA_FIELDS) {
    const [id, end] = [values.getUint16(at, true), at + 4 + values.getUint16(at + 2, true)];
    if (fields.has(id)) return undefined;
    fields.set(id, bytes.subarray(at + 4, end));
    at = end;
  }
  return at === bytes.length ? fields : undefined;
}

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
