import { Reader } from "@zip.js/zip.js/lib/zip-core-custom.js";

/** Bytes that can be read anywhere: a `StoredFile`, a file handle, a Blob. */
export interface RandomAccess {
  /** Bytes. */
  readonly size: number;
  /** The bytes from `start` up to, not including, `end`. */
  bytes(start: number, end: number): Promise<Uint8Array>;
}

/** Entries are read one after the other, a header of 30 bytes and a content of a few hundred each: one read serves many. */
const READ_AHEAD_BYTES = 256 * 1024;

/** A `RandomAccess` as zip.js takes it. A zip can point anywhere: nothing outside the source is ever asked for. */
export class SourceReader extends Reader<RandomAccess> {
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
    if (index >= end) return new Uint8Array(0);
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
