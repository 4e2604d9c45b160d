import { ArchiveError } from "../archive-error";
import type { Packed } from "../entry";
import { type RandomAccess, SourceReader } from "./source-reader";
import { createTakenPaths } from "./taken-paths";
import { content, packedContent } from "./zip-entry";
import { readSlots } from "./zip-layout";
import { type RefusalReason, refusal } from "./zip-refusal";

export type { RandomAccess };

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
  /** As it lies in the zip. Of its bytes nothing is checked but where they are. */
  packed: Packed;
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
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  try {
    for (const slot of await readSlots((start, length) => reader.read(start, length), reader.size)) {
      const path = decoder.decode(slot.path);
      const reason = refusal(path, slot);
      const isFree = reason === "unsafe-path" || taken.add(path);
      if (reason || !isFree) refused.push({ path, reason: reason ?? "duplicate" });
      else if (!path.endsWith("/")) {
        const packed = packedContent(slot, reader);
        entries.push({
          path,
          size: slot.size,
          packed,
          open: () => content(slot, packed, (cause) => asDamage(cause, path)),
        });
      }
    }
  } catch (cause) {
    throw asDamage(cause);
  }
  return { entries, refused };
}

function damaged(cause: unknown, path?: string): ArchiveError {
  const text = cause instanceof Error ? cause.message : String(cause);
  return new ArchiveError("DAMAGED", path === undefined ? `Not a sound zip: ${text}` : `${path} is damaged: ${text}`, {
    cause,
    facts: path === undefined ? {} : { path },
  });
}
