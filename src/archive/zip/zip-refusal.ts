import { isSafePath } from "../names";
import type { Slot } from "./zip-layout";
import { ZIP64, sameBytes, saysNoOtherPath } from "./zip-local-header";

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

/** What its directory alone says against an entry. Content is judged when it is read. */
export function refusal(path: string, slot: Slot): RefusalReason | undefined {
  const isFolder = isEmptyFolder(path, slot);
  const { flags, method } = slot;
  if (path.split("/").length > MAX_SEGMENTS) return "unsafe-path";
  if (!isSafePath(isFolder ? path.slice(0, -1) : path)) return "unsafe-path";
  if (!isUnambiguous(path, slot)) return "ambiguous-path";
  if (slot.isMisplaced) return "misplaced";
  if ((flags & ENCRYPTED) !== 0) return "encrypted";
  if (!isFolder && !isFile(path, slot)) return "not-a-file";
  if (isZip64(slot) || (flags & PATCHED) !== 0 || !METHODS.includes(method)) return "unsupported";
  return undefined;
}

function isUnambiguous(path: string, { path: bytes, flags, extra }: Slot): boolean {
  const isMarked = (flags & UTF8_PATH) !== 0 || bytes.every((byte) => byte < 0x80);
  return isMarked && sameBytes(new TextEncoder().encode(path), bytes) && saysNoOtherPath(extra, bytes);
}

/** Its type is in the upper half when the zip was made on Unix: none given, or a file; and a bit of MS-DOS says "folder". */
function isFile(path: string, { attributes }: Slot): boolean {
  const type = (attributes >>> 16) & 0o170000;
  const isFolderOfDos = (attributes & 0x10) !== 0;
  return !path.endsWith("/") && (type === 0 || type === 0o100000) && !isFolderOfDos;
}

/** Some of it is said in an extra field (PKWARE APPNOTE 4.5.3). */
function isZip64({ extra, size, packedSize, start }: Slot): boolean {
  return extra.has(ZIP64) || [size, packedSize, start].includes(0xffff_ffff);
}

/** Its local header can have an extra field, but not one that is long enough to hide an entry in it. */
function isEmptyFolder(path: string, { path: bytes, packedSize, size, start, end }: Slot): boolean {
  const isEmpty = packedSize === 0 && size === 0;
  return path.endsWith("/") && isEmpty && end - start <= 2 * 30 + bytes.length;
}
