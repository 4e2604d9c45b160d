import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { platform } from "./platform";

/** Size and digest of some bytes. */
export interface Measure {
  /** Bytes. */
  size: number;
  /** SHA-256, hex. */
  sha256: string;
}

/** Measures bytes that come by in chunks. */
export interface Meter {
  /** The chunk must not change until `finish` has resolved. */
  add(chunk: Uint8Array): void;
  /** Call it once, after the last chunk. */
  finish(): Promise<Measure>;
}

export function createMeter(): Meter {
  const hash = platform.sha256();
  let size = 0;
  return {
    add(chunk) {
      size += chunk.length;
      hash.update(chunk);
    },
    finish: async () => ({ size, sha256: await hash.hex() }),
  };
}

/** SHA-256 (hex) of bytes, or of a text as UTF-8. */
export function sha256Hex(content: Uint8Array | string): string {
  return bytesToHex(sha256(typeof content === "string" ? utf8ToBytes(content) : content));
}
