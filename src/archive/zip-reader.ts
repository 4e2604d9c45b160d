import { configure, ZipReader } from "@zip.js/zip.js/lib/zip-core-custom.js";
import type { Entry, FileEntry } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { ArchiveError } from "./archive-error";
import { foldedName, isSafePath } from "./names";
import { type RandomAccess, SourceReader } from "./source-reader";
import { content, sameBytes, saysNoOtherPath } from "./zip-entry";
import { type Slot, readSlots } from "./zip-layout";

export type { RandomAccess };

// Inflating is the platform's own `DecompressionStream`; a worker per entry costs more than it gives.
configure({ useWebWorkers: false, useCompressionStream: true });

/** An entry as the zip's directory tells of it. */
export interface ZipEntry {
  path: string;
  /** Bytes, as the directory claims. No more than that ever comes. */
  size: number;
  /**
   * The content. Errors with an `ArchiveError` `DAMAGED` when size or CRC do not agree, or when what is around the content says
   * anything else than the directory; or with what `source` threw. Bytes can be trusted when it has closed, and not before.
   */
  open(): ReadableStream<Uint8Array>;
}

export type RefusalReason =
  /** Absolute, with `..`, a backslash, a control character, or what else Windows refuses; or more than 16 folders deep. */
  | "unsafe-path"
  /** Programs read its path differently: not ASCII and not marked as UTF-8, no UTF-8 at all, or given twice. */
  | "ambiguous-path"
  /** Its path, but for case and Unicode form, is that of an entry before it, or of its folder. */
  | "duplicate"
  | "encrypted"
  /** A symbolic link, a device; or a folder that has content, or is not called one. */
  | "not-a-file"
  /** Neither stored nor deflated, patched, or zip64. */
  | "unsupported"
  /** It reaches into another entry, or out of the file. */
  | "misplaced";

/** An entry that must not be unpacked. */
export interface RefusedEntry {
  path: string;
  reason: RefusalReason;
}

export interface ZipDirectory {
  entries: ZipEntry[];
  refused: RefusedEntry[];
}

/**
 * Reads the directory of a zip that anybody may have made. Whatever programs could read in different ways, or what could
 * do harm when it is unpacked, is refused: a whole zip that is not laid out as `readSlots` says, or a single entry.
 * Folders without content are left out: they say nothing that the paths do not say, and nothing can hide in them.
 *
 * Reads and keeps at most 64 MiB of directory; nothing is unpacked. Of two entries of the same path, the second is refused.
 * Rejects with an `ArchiveError` `DAMAGED` for what is not a sound zip; errors of `source` arrive as they are.
 */
export async function readZip(source: RandomAccess): Promise<ZipDirectory> {
  const reader = new SourceReader(source);
  const asDamage = (cause: unknown, path?: string) => reader.failure?.error ?? damaged(cause, path);
  const listed = await list(reader).catch((cause: unknown) => Promise.reject(asDamage(cause)));

  const entries: ZipEntry[] = [];
  const refused: RefusedEntry[] = [];
  const taken = createTakenPaths();
  for (const { entry, slot } of listed) {
    const path = entry.filename;
    const isFolder = isEmptyFolder(entry, slot);
    const reason = refusal(entry, slot, isFolder);
    const isFree = reason === "unsafe-path" || taken.add(path);
    if (reason || !isFree) refused.push({ path, reason: reason ?? "duplicate" });
    else if (!entry.directory) {
      entries.push({
        path,
        size: entry.uncompressedSize,
        open: () => content(entry, slot, (cause) => asDamage(cause, path)),
      });
    }
  }
  return { entries, refused };
}

async function list(reader: SourceReader): Promise<Array<{ entry: Entry; slot: Slot }>> {
  const slots = await readSlots((start, length) => reader.readUint8Array(start, length), reader.size);
  // zip.js would look for a directory elsewhere.
  if (slots.length === 0) return [];
  // "tolerant" towards the zip as a whole, which was judged, and to single entries, so that one does not hide the others.
  const zip = new ZipReader(reader, { strictness: "tolerant", maxAppendedDataSize: 0, ...CHECKS });
  const entries = await zip.getEntries();
  return slots.map((slot, at) => {
    const entry = entries[at];
    if (entry?.offset !== slot.start) throw new Error("Its directory can be read in two ways");
    return { entry, slot };
  });
}

/** Of every entry, before it is unpacked. */
const CHECKS = { checkCrc32: true, checkLocalDirectory: true, checkLocalFilename: true, checkOverlappingEntry: true };

const UTF8_PATH = 1 << 11;
/** Traditional, strong, and that of the directory (PKWARE APPNOTE 4.4.4). */
const ENCRYPTED = (1 << 0) | (1 << 6) | (1 << 13);
const PATCHED = 1 << 5;
const METHODS = [0, 8];

function refusal(entry: Entry, slot: Slot, isFolder: boolean): RefusalReason | undefined {
  const { filename, rawFilename, rawBitFlag = 0 } = entry;
  if (rawFilename.length > MAX_PATH_BYTES || filename.split("/").length > MAX_SEGMENTS) return "unsafe-path";
  if (!isSafePath(isFolder ? filename.slice(0, -1) : filename)) return "unsafe-path";
  if (!isUnambiguous(entry)) return "ambiguous-path";
  if (slot.isMisplaced) return "misplaced";
  if (entry.encrypted || (rawBitFlag & ENCRYPTED) !== 0) return "encrypted";
  if (!isFolder && !isFile(entry)) return "not-a-file";
  if (entry.zip64 || (rawBitFlag & PATCHED) !== 0 || !METHODS.includes(entry.compressionMethod)) return "unsupported";
  return undefined;
}

function isUnambiguous({ filename, rawFilename, rawBitFlag = 0, extraField }: Entry): boolean {
  const isMarked = (rawBitFlag & UTF8_PATH) !== 0 || rawFilename.every((byte) => byte < 0x80);
  return (
    isMarked &&
    sameBytes(new TextEncoder().encode(filename), rawFilename) &&
    saysNoOtherPath(extraField as Parameters<typeof saysNoOtherPath>[0], rawFilename)
  );
}

/** Its type is in the upper half when the zip was made on Unix: none given, or a file; and a bit of MS-DOS says "folder". */
function isFile(entry: Entry): entry is FileEntry {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  const isFolderOfDos = (entry.externalFileAttributes & 0x10) !== 0;
  return !entry.directory && !entry.symlink && (type === 0 || type === 0o100000) && !isFolderOfDos;
}

/** Its local header can have an extra field, but not one that is long enough to hide an entry in it. */
function isEmptyFolder({ filename, rawFilename, compressedSize, uncompressedSize }: Entry, slot: Slot): boolean {
  const isEmpty = compressedSize === 0 && uncompressedSize === 0;
  return filename.endsWith("/") && isEmpty && slot.end - slot.start <= 2 * 30 + rawFilename.length;
}

/** A volume's paths have five segments. Every folder of a path is remembered, and a path can have 32,767. */
const MAX_SEGMENTS = 16;

/** A segment that is safe has up to 255. */
const MAX_PATH_BYTES = MAX_SEGMENTS * 256;

/** Paths as Windows or macOS would tell them apart. A file can have neither the path of another nor of its folder. */
function createTakenPaths() {
  const files = new Set<string>();
  const folders = new Set<string>();
  return {
    /** Whether it was still free. A path that ends with `/` is that of a folder. */
    add(path: string): boolean {
      const folded = foldedName(path);
      const parents = foldersOf(folded);
      const isFolder = folded.endsWith("/");
      const isFree = ![folded, ...parents].some((each) => files.has(each)) && (isFolder || !folders.has(folded));
      if (!isFolder) files.add(folded);
      for (const parent of parents) folders.add(parent);
      return isFree;
    },
  };
}

function foldersOf(path: string): string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join("/"));
}

function damaged(cause: unknown, path?: string): ArchiveError {
  const text = cause instanceof Error ? messageOf(cause) : String(cause);
  return new ArchiveError("DAMAGED", path === undefined ? `Not a sound zip: ${text}` : `${path} is damaged: ${text}`, {
    cause,
    facts: path === undefined ? {} : { path },
  });
}

/** zip.js gives the reason of an "Ambiguous archive" beside its message. */
function messageOf(cause: Error & { reason?: unknown }): string {
  return typeof cause.reason === "string" ? `${cause.message}: ${cause.reason}` : cause.message;
}
