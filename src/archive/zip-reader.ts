import { configure, ZipReader } from "@zip.js/zip.js/lib/zip-core-custom.js";
import type { Entry } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { ArchiveError } from "./archive-error";
import { type RandomAccess, SourceReader } from "./source-reader";
import { createTakenPaths } from "./taken-paths";
import { content } from "./zip-entry";
import { type Slot, readSlots } from "./zip-layout";
import { type RefusalReason, isEmptyFolder, refusal } from "./zip-refusal";

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
 * Reads at most 64 MiB of directory, of which ten times as much is kept; nothing is unpacked. Of two entries of the same path, the second is refused.
 * Rejects with an `ArchiveError` `DAMAGED` for what is not a sound zip; errors of `source` arrive as they are.
 */
export async function readZip(source: RandomAccess): Promise<ZipDirectory> {
  const reader = new SourceReader(source);
  const asDamage = (cause: unknown, path?: string) => reader.failure?.error ?? damaged(cause, path);
  const entries: ZipEntry[] = [];
  const refused: RefusedEntry[] = [];
  const taken = createTakenPaths();
  try {
    for await (const { entry, slot } of list(reader)) {
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
  } catch (cause) {
    throw asDamage(cause);
  }
  return { entries, refused };
}

/** One by one: what zip.js knows of an entry is several times what the directory says, and goes with an entry that is refused. */
async function* list(reader: SourceReader): AsyncGenerator<{ entry: Entry; slot: Slot }> {
  const slots = await readSlots((start, length) => reader.readUint8Array(start, length), reader.size);
  // zip.js would look for a directory elsewhere.
  if (slots.length === 0) return;
  // "tolerant" towards the zip as a whole, which was judged, and to single entries, so that one does not hide the others.
  const zip = new ZipReader(reader, { strictness: "tolerant", maxAppendedDataSize: 0, ...CHECKS });
  let at = 0;
  for await (const entry of zip.getEntriesGenerator()) {
    const slot = slots[at++];
    if (slot?.start !== entry.offset) throw new Error("Its directory can be read in two ways");
    yield { entry, slot };
  }
  if (at !== slots.length) throw new Error("Its directory can be read in two ways");
}

/** Of every entry, before it is unpacked. */
const CHECKS = { checkCrc32: true, checkLocalDirectory: true, checkLocalFilename: true, checkOverlappingEntry: true };

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
