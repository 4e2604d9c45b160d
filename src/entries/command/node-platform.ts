import { createHash } from "node:crypto";
import { Duplex } from "node:stream";
import { promisify } from "node:util";
import zlib from "node:zlib";
import type { Platform } from "../../archive/bytes/platform";

/**
 * Level 1, because time is what a backup lacks: Japanese CSV shrinks to 24 % instead of level 6's 19 %, in less than half the
 * time. Node deflates on another thread.
 */
const FAST = { level: 1, chunkSize: 256 * 1024 };

/** A chunk is made before its first byte is there, for each of thousands of small entries, too. zlib takes none below 64 bytes. */
const chunksFor = (size: number) => ({ chunkSize: Math.max(64, Math.min(256 * 1024, size)) });

/** Several times as fast as what works everywhere. */
export const nodePlatform: Platform = {
  sha256() {
    const hash = createHash("sha256");
    return {
      update(chunk) {
        hash.update(chunk);
      },
      hex: async () => hash.digest("hex"),
    };
  },
  // Node has it since 20.15.
  crc32: (chunk, before) => zlib.crc32(chunk, before),
  deflated: (bytes) =>
    promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.deflateRaw)(bytes, { ...FAST, ...chunksFor(bytes.length) }),
  // The platform's `DecompressionStream` gives 16 KiB at a time, with a turn of the event loop for each.
  inflate: (size) => Duplex.toWeb(zlib.createInflateRaw(chunksFor(size))) as TransformStream<Uint8Array, Uint8Array>,
  deflate: () => Duplex.toWeb(zlib.createDeflateRaw(FAST)) as TransformStream<Uint8Array, Uint8Array>,
};
