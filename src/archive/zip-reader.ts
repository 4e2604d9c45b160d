import { configure, Reader, ZipReader } from "@zip.js/zip.js/lib/zip-core-custom.js";
import type { FileEntry } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { ArchiveError } from "./archive-error";
import { isSafePath } from "./names";

// Inflating is the platform's own `DecompressionStream`; a worker per entry costs more than it gives.
configure({ useWebWorkers: false, useCompressionStream: true });

/** Bytes that can be read anywhere: a `StoredFile`, a file handle, a Blob. */
export interface RandomAccess {
  /** Bytes. */
  readonly size: number;
  /** The bytes from `start` up to, not including, `end`. */
  bytes(start: number, end: number): Promise<Uint8Array>;
}

/** An entry as the zip's directory tells of it. */
export interface ZipEntry {
  path: string;
  /** Bytes, as the directory claims. */
  size: number;
  /** The content. Errors with an `ArchiveError` `DAMAGED` when size or CRC do not agree, or with what `source` threw. */
  open(): ReadableStream<Uint8Array>;
}

/** An entry that must not be unpacked. */
export interface RefusedEntry {
  path: string;
  reason: "unsafe-path" | "duplicate" | "encrypted";
}

export interface ZipDirectory {
  /** Without folders. */
  entries: ZipEntry[];
  refused: RefusedEntry[];
}

/** Reads the directory. Rejects with an `ArchiveError` `DAMAGED` for what is not a zip; errors of `source` arrive as they are. */
export async function readZip(source: RandomAccess): Promise<ZipDirectory> {
  const reader = new SourceReader(source);
  const asDamage = (cause: unknown, path?: string) => reader.failure?.error ?? damaged(cause, path);
  // "tolerant" with names: this room judges paths itself, so that one bad name does not hide the other entries.
  const zip = new ZipReader(reader, { checkCrc32: true, filenameValidation: "tolerant" });
  const listed = await zip.getEntries().catch((cause: unknown) => Promise.reject(asDamage(cause)));

  const entries: ZipEntry[] = [];
  const refused: RefusedEntry[] = [];
  const paths = new Set<string>();
  for (const entry of listed) {
    if (entry.directory) continue;
    const path = entry.filename;
    if (!isSafePath(path)) refused.push({ path, reason: "unsafe-path" });
    else if (paths.has(path)) refused.push({ path, reason: "duplicate" });
    else if (entry.encrypted) refused.push({ path, reason: "encrypted" });
    else
      entries.push({
        path,
        size: entry.uncompressedSize,
        open: () => content(entry, (cause) => asDamage(cause, path)),
      });
    paths.add(path);
  }
  return { entries, refused };
}

function content(entry: FileEntry, asDamage: (cause: unknown) => unknown): ReadableStream<Uint8Array> {
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

function damaged(cause: unknown, path?: string): ArchiveError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new ArchiveError(
    "DAMAGED",
    path === undefined ? `Not a sound zip: ${message}` : `${path} is damaged: ${message}`,
    {
      cause,
      facts: path === undefined ? {} : { path },
    },
  );
}

/** Entries are read one after the other, a header of 30 bytes and a content of a few hundred each: one read serves many. */
const READ_AHEAD_BYTES = 256 * 1024;

class SourceReader extends Reader<RandomAccess> {
  override size: number;
  /** What `source` threw: never to be taken for a damaged zip. */
  failure: { error: unknown } | undefined;
  private ahead: { start: number; bytes: Uint8Array } = { start: 0, bytes: new Uint8Array(0) };

  constructor(private readonly source: RandomAccess) {
    super(source);
    this.size = source.size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const end = Math.min(index + length, this.size);
    const { start, bytes } = this.ahead;
    if (index >= start && end <= start + bytes.length) return bytes.subarray(index - start, end - start);
    const stop = Math.min(Math.max(end, index + READ_AHEAD_BYTES), this.size);
    try {
      this.ahead = { start: index, bytes: await this.source.bytes(index, stop) };
    } catch (error) {
      this.failure = { error };
      throw error;
    }
    return this.ahead.bytes.subarray(0, end - index);
  }
}
