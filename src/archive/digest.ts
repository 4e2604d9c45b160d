import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Size and digest of some bytes. */
export interface Measure {
  /** Bytes. */
  size: number;
  /** SHA-256, hex. */
  sha256: string;
}

/** Measures bytes that come by in chunks. */
export interface Meter {
  add(chunk: Uint8Array): void;
  /** Call it once, after the last chunk. */
  finish(): Measure;
}

/** WebCrypto has no streaming digest, hence the library. */
export function createMeter(): Meter {
  const hash = sha256.create();
  let size = 0;
  return {
    add(chunk) {
      size += chunk.length;
      hash.update(chunk);
    },
    finish: () => ({ size, sha256: bytesToHex(hash.digest()) }),
  };
}

/** SHA-256 (hex) of bytes, or of a text as UTF-8. */
export function sha256Hex(content: Uint8Array | string): string {
  return bytesToHex(sha256(typeof content === "string" ? utf8ToBytes(content) : content));
}
