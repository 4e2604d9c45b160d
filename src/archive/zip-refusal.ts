import type { Entry, FileEntry } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { isSafePath } from "./names";
import { sameBytes, saysNoOtherPath } from "./zip-entry";
import type { Slot } from "./zip-layout";

/** Why an entry must not be unpacked. */
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

/** A volume's paths have five segments. Every folder of a path is remembered, and a path can have 32,767. */
const MAX_SEGMENTS = 16;

const UTF8_PATH = 1 << 11;
/** Traditional, strong, and that of the directory (PKWARE APPNOTE 4.4.4). */
const ENCRYPTED = (1 << 0) | (1 << 6) | (1 << 13);
const PATCHED = 1 << 5;
const METHODS = [0, 8];

/** What its directory alone says against an entry; `isFolder` as `isEmptyFolder` has it. Content is judged when it is read. */
export function refusal(entry: Entry, slot: Slot, isFolder: boolean): RefusalReason | undefined {
  const { filename, rawBitFlag = 0 } = entry;
  if (filename.split("/").length > MAX_SEGMENTS) return "unsafe-path";
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
  return !entry.directory && (type === 0 || type === 0o100000) && !isFolderOfDos;
}

/** Its local header can have an extra field, but not one that is long enough to hide an entry in it. */
export function isEmptyFolder({ filename, rawFilename, compressedSize, uncompressedSize }: Entry, slot: Slot): boolean {
  const isEmpty = compressedSize === 0 && uncompressedSize === 0;
  return filename.endsWith("/") && isEmpty && slot.end - slot.start <= 2 * 30 + rawFilename.length;
}
