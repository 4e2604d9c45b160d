/** Bytes that can be read anywhere: a `StoredFile`, a file handle, a Blob. */
export interface RandomAccess {
  /** Bytes. */
  readonly size: number;
  /** The bytes from `start` up to, not including, `end`. */
  bytes(start: number, end: number): Promise<Uint8Array>;
}

/** Entries are read one after the other, a header of 30 bytes and a content of a few hundred each: one read serves many. */
const READ_AHEAD_BYTES = 1024 ** 2;

/** Reads a `RandomAccess` from front to back, more or less. A zip can point anywhere: nothing outside the source is ever asked for. */
export class SourceReader {
  readonly size: number;
  /** What `source` threw: never to be taken for a damaged zip. */
  failure: { error: unknown } | undefined;
  private ahead: { start: number; bytes: Uint8Array } = { start: 0, bytes: new Uint8Array(0) };

  constructor(private readonly source: RandomAccess) {
    this.size = source.size;
  }

  /** At most as many bytes as are there. */
  async read(from: number, length: number): Promise<Uint8Array> {
    const end = Math.min(from + length, this.size);
    if (from >= end) return new Uint8Array(0);
    const { start, bytes } = this.ahead;
    if (from >= start && end <= start + bytes.length) return bytes.subarray(from - start, end - start);
    const stop = Math.min(Math.max(end, from + READ_AHEAD_BYTES), this.size);
    try {
      const read = { start: from, bytes: await this.source.bytes(from, stop) };
      this.ahead = read;
      return read.bytes.subarray(0, end - from);
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }
}
