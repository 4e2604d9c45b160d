import { ArchiveError } from "../archive-error";
import type { EntryFacts } from "../entry";

/** When a volume is full. Both stay below where a classic zip ends. */
export interface VolumeLimits {
  maxEntries: number;
  /** Bytes of the finished volume. What counts is the most that it can become, as if nothing could be compressed. */
  maxBytes: number;
}

/**
 * Memory does not grow with a volume's bytes, but JSZip keeps a list of its entries: 70,000 of them took over 500 MB.
 * One gigabyte in few files is what people can handle in a browser's downloads.
 */
export const DEFAULT_VOLUME_LIMITS: VolumeLimits = { maxEntries: 10_000, maxBytes: 1024 ** 3 };

/** Where a classic zip ends (PKWARE APPNOTE 4.4.21, 4.4.24): both values mean "look into zip64", which JSZip does not write. */
export const ZIP_LIMITS = { entries: 0xffff - 1, bytes: 0xffff_ffff - 1 };

/** For what the manifest says about targets, whose length the entries do not tell. */
const RESERVED_BYTES = 64 * 1024 ** 2;

/** The largest entry that any volume can hold, in bytes. */
export const MAX_ENTRY_BYTES = ZIP_LIMITS.bytes - RESERVED_BYTES;

/** Deflate adds a byte to each, if it finds nothing to save. */
const DEFLATE_BLOCK_BYTES = 4096;

/** The most bytes that an entry can take in a zip: its headers, and its content if deflate finds nothing to save. */
export function bytesInZipAtMost({ path, size }: { path: string; size: number }): number {
  // JSZip writes a name that is not ASCII twice, in the local header and in the directory. Deflate: zlib's deflateBound.
  const nameBytes = new TextEncoder().encode(path).length;
  return 30 + 46 + 16 + 4 * nameBytes + 2 * 9 + size + Math.ceil(size / DEFLATE_BLOCK_BYTES) + 64;
}

/**
 * How large an entry may become that can be cut, as files of records can: as much as a volume takes without growing above
 * its limit, with all that lies around the entry. Below `MAX_ENTRY_BYTES`, whatever the limits are.
 */
export function cutBytes({ maxBytes }: VolumeLimits): number {
  const forContent = Math.min(maxBytes, MAX_ENTRY_BYTES) - AROUND_ENTRY_BYTES;
  return Math.max(0, Math.floor((forContent * DEFLATE_BLOCK_BYTES) / (DEFLATE_BLOCK_BYTES + 1)));
}

/** For the path of a file of records, which is short, wherever it is written; and for a small entry beside it. */
const AROUND_ENTRY_BYTES = 2048;

/** The entries that go into the next volume. */
export interface PendingVolume<E extends EntryFacts> {
  /** Whether the entry still fits. An empty volume takes every entry of at most `MAX_ENTRY_BYTES`. */
  fits(entry: E): boolean;
  /** Throws `ArchiveError`: `ENTRY_TOO_LARGE` for an entry above `MAX_ENTRY_BYTES`, `VOLUME_TOO_LARGE` for one that does not fit. */
  add(entry: E): void;
  /** Hands the entries over, in the order of adding, and starts anew. */
  take(): E[];
  readonly entries: readonly E[];
}

export function createPendingVolume<E extends EntryFacts>(limits: VolumeLimits): PendingVolume<E> {
  const maxEntries = Math.min(limits.maxEntries, ZIP_LIMITS.entries - 1);
  const maxBytes = Math.min(limits.maxBytes, MAX_ENTRY_BYTES);
  let entries: E[] = [];
  let bytes = 0;

  function fits(entry: E): boolean {
    if (entry.size > MAX_ENTRY_BYTES) return false;
    return entries.length === 0 || (entries.length < maxEntries && bytes + bytesAtMost(entry) <= maxBytes);
  }

  return {
    fits,
    add(entry) {
      const { path, size } = entry;
      if (size > MAX_ENTRY_BYTES) {
        throw new ArchiveError("ENTRY_TOO_LARGE", `No zip can hold ${path}: it has ${size} bytes`, {
          facts: { path, expected: MAX_ENTRY_BYTES, actual: size },
        });
      }
      if (!fits(entry)) {
        throw new ArchiveError("VOLUME_TOO_LARGE", `The volume is full; ${path} belongs into the next`, {
          facts: { path },
        });
      }
      entries.push(entry);
      bytes += bytesAtMost(entry);
    },
    take() {
      const taken = entries;
      entries = [];
      bytes = 0;
      return taken;
    },
    get entries() {
      return entries;
    },
  };
}

/** In the zip and in the manifest, which holds path, folder, digest and the names of its members. */
function bytesAtMost(entry: EntryFacts): number {
  return bytesInZipAtMost(entry) + 256 + new TextEncoder().encode(entry.path + entry.target).length;
}
