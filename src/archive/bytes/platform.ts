import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import CRC32 from "crc-32";
import { streamOf } from "../entry";

/** A SHA-256 of bytes that come by in chunks. */
export interface Sha256 {
  /** The chunk must not change until `hex` has resolved. */
  update(chunk: Uint8Array): void;
  /** Call it once, after the last chunk. */
  hex(): Promise<string>;
}

/** What is done to every byte, and what a platform may do faster than portable code. */
export interface Platform {
  sha256(): Sha256;
  /** @param before of the bytes that came before; 0 for the first */
  crc32(chunk: Uint8Array, before: number): number;
  /** Raw deflate, without a header. */
  deflate(): TransformStream<Uint8Array, Uint8Array>;
  /**
   * The bytes that `deflate` was given. Errors when it is not deflated.
   *
   * @param size how many are to be expected
   */
  inflate(size: number): TransformStream<Uint8Array, Uint8Array>;
  /** Deflates what is small enough to be in memory, without what a stream costs. */
  deflated(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Works wherever JavaScript does; that it compresses on kintone's pages is UNCONFIRMED(compression-stream). */
const portable: Platform = {
  sha256() {
    const hash = sha256.create();
    return { update: (chunk) => hash.update(chunk), hex: async () => bytesToHex(hash.digest()) };
  },
  // Sixteen bytes at a time: about three times as fast as JSZip's own.
  crc32: (chunk, before) => CRC32.buf(chunk, before) >>> 0,
  deflate: () => new CompressionStream("deflate-raw") as TransformStream<Uint8Array, Uint8Array>,
  inflate: () => new DecompressionStream("deflate-raw") as TransformStream<Uint8Array, Uint8Array>,
  async deflated(bytes) {
    const stream = streamOf(bytes).pipeThrough(portable.deflate());
    return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
  },
};

export let platform = portable;

/** For the entries: once, before anything else. */
export function usePlatform(faster: Partial<Platform>): void {
  platform = { ...portable, ...faster };
}
