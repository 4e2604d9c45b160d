import { crc32, deflateRawSync } from "node:zlib";

/** Where a header may lie. Absent members are as they should be. */
interface Header {
  path?: string | Uint8Array;
  flags?: number;
  method?: number;
  crc?: number;
  compressedSize?: number;
  size?: number;
  extra?: Uint8Array;
  /** What is said of `extra`, when that is not true. */
  extraLength?: number;
}

/** An entry with its headers, each of which can lie. */
export interface RawEntry {
  path: string | Uint8Array;
  content?: string | Uint8Array;
  /** As it lies in the zip, when it is not the content itself. */
  packed?: Uint8Array;
  flags?: number;
  method?: number;
  local?: Header;
  central?: Header & { offset?: number; attributes?: number; comment?: string; disk?: number };
  /** With flag 8. */
  descriptor?: { crc?: number; compressedSize?: number; size?: number; hasSignature?: boolean } | "none";
  /** Before the local header, and after everything else. */
  before?: Uint8Array;
  after?: Uint8Array;
}

export interface RawZip {
  entries: RawEntry[];
  prefix?: Uint8Array;
  suffix?: Uint8Array;
  comment?: Uint8Array;
  /** Between the directory and the end record. */
  beforeEnd?: Uint8Array;
  end?: { count?: number; countHere?: number; bytes?: number; start?: number; disk?: number; commentLength?: number };
}

const UTF8 = 1 << 11;
export const DESCRIPTOR = 1 << 3;

/** A zip byte by byte: sound, unless something in `zip` is not. */
export function rawZip({ entries, prefix, suffix, comment, beforeEnd, end = {} }: RawZip): Buffer<ArrayBuffer> {
  const parts: Uint8Array[] = [prefix ?? new Uint8Array(0)];
  let written = parts[0]!.length;
  const put = (part: Uint8Array) => {
    parts.push(part);
    written += part.length;
  };
  const directory: Uint8Array[] = [];
  for (const entry of entries) {
    if (entry.before) put(entry.before);
    const offset = written - (prefix?.length ?? 0);
    const facts = factsOf(entry);
    const flags = facts.flags & DESCRIPTOR;
    put(localHeader({ ...facts, ...(flags && { crc: 0, compressedSize: 0, size: 0 }), ...entry.local }));
    put(facts.packed);
    if (flags && entry.descriptor !== "none") put(descriptor({ ...facts, ...entry.descriptor }));
    if (entry.after) put(entry.after);
    directory.push(centralHeader({ ...facts, offset, ...entry.central }));
  }
  const start = written - (prefix?.length ?? 0);
  const central = Buffer.concat(directory);
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(end.disk ?? 0, 4);
  record.writeUInt16LE(end.countHere ?? end.count ?? entries.length, 8);
  record.writeUInt16LE(end.count ?? entries.length, 10);
  record.writeUInt32LE(end.bytes ?? central.length, 12);
  record.writeUInt32LE(end.start ?? start, 16);
  record.writeUInt16LE(end.commentLength ?? comment?.length ?? 0, 20);
  const rest = [central, beforeEnd, record, comment, suffix].filter((part) => part !== undefined);
  return Buffer.concat([...parts, ...rest]);
}

/** An extra field. */
export function extraField(id: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

/** Info-ZIP's Unicode path of an entry that is called `path`. */
export function unicodePath(path: string, other: string): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(1, 0);
  head.writeUInt32LE(crc32(Buffer.from(path)), 1);
  return extraField(0x7075, Buffer.concat([head, Buffer.from(other)]));
}

/** Zeros, deflated without ever being in memory. */
export function deflatedZeros(bytes: number): { packed: Buffer; size: number } {
  // A full flush ends at a byte, so that what one megabyte gives can be repeated.
  const block = deflateRawSync(Buffer.alloc(1024 ** 2), { level: 9, finishFlush: 3 });
  return { packed: Buffer.concat([...Array<Buffer>(bytes / 1024 ** 2).fill(block), Buffer.from([3, 0])]), size: bytes };
}

function factsOf({ path, content = "", packed, flags = UTF8, method = 0 }: RawEntry) {
  const bytes = Buffer.from(content as string);
  const inZip = packed ?? (method === 8 ? deflateRawSync(bytes) : bytes);
  return { path, flags, method, crc: crc32(bytes), compressedSize: inZip.length, size: bytes.length, packed: inZip };
}

type Facts = Required<Omit<Header, "extra" | "extraLength">> & Pick<Header, "extra" | "extraLength">;

function localHeader({ path, extra = Buffer.alloc(0), extraLength = extra.length, ...facts }: Facts): Buffer {
  const name = Buffer.from(path as string);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  common(header, 4, facts, name.length, extraLength);
  return Buffer.concat([header, name, extra]);
}

type CentralFacts = Facts & { offset: number; attributes?: number; comment?: string; disk?: number };

function centralHeader(all: CentralFacts): Buffer {
  const { path, extra = Buffer.alloc(0), offset, attributes = 0, comment = "", disk = 0, ...facts } = all;
  const name = Buffer.from(path as string);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 20, 4);
  common(header, 6, facts, name.length, extra.length);
  header.writeUInt16LE(comment.length, 32);
  header.writeUInt16LE(disk, 34);
  header.writeUInt32LE(attributes >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name, extra, Buffer.from(comment)]);
}

function common(header: Buffer, at: number, facts: Omit<Facts, "path">, name: number, extra: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(facts.flags, at + 2);
  header.writeUInt16LE(facts.method, at + 4);
  header.writeUInt32LE(facts.crc, at + 10);
  header.writeUInt32LE(facts.compressedSize, at + 14);
  header.writeUInt32LE(facts.size, at + 18);
  header.writeUInt16LE(name, at + 22);
  header.writeUInt16LE(extra, at + 24);
}

type Descriptor = Pick<Facts, "crc" | "compressedSize" | "size"> & { hasSignature?: boolean };

function descriptor({ crc, compressedSize, size, hasSignature = true }: Descriptor): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(compressedSize, 8);
  bytes.writeUInt32LE(size, 12);
  return hasSignature ? bytes : bytes.subarray(4);
}
