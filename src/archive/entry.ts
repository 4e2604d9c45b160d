/** What an entry is. The manifest itself is the one entry that no manifest lists. */
export type EntryKind = "records" | "csv" | "comments" | "attachment" | "settings" | "customize" | "domain" | "readme";

/** What the manifest says about an entry. */
export interface EntryFacts {
  /** Path inside the archive, with `/` as the separator: `12/records.jsonl`. */
  path: string;
  /** Bytes, before compression. */
  size: number;
  /** SHA-256 of the bytes before compression, hex. */
  sha256: string;
  kind: EntryKind;
  /** Folder of the target that it belongs to: `12`, `guest-3-12`; `domain` for what belongs to none. Absent for the readme. */
  target?: string;
}

/** How a zip holds an entry. */
export type Method = "store" | "deflate";

/** An entry as it lies in a zip. */
export interface Packed {
  method: Method;
  /** Bytes, after compression. The writer refuses more or fewer. */
  size: number;
  /** Of the bytes before compression. The writer does not look: reading back does. */
  crc32: number;
  open(): ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>;
}

/** Bytes with a path: what the zip writer takes. */
export interface ZipInput {
  path: string;
  /** Bytes. The writer refuses an input that turns out longer or shorter. */
  size: number;
  /** Called once, when its turn has come, and never before; not at all for an input that is packed. */
  open(): ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>;
  /** Goes into the zip as it is. Without it, the writer packs what `open` gives. */
  packed?: Packed;
}

/** An entry with its content. */
export type Entry = EntryFacts & ZipInput;

/** A stream that gives the bytes of these chunks and ends. */
export function streamOf(...chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const bytes of chunks) if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}
