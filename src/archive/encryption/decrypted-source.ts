import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { joined } from "../bytes/joined";
import type { RandomAccess } from "../zip/source-reader";
import { headerOf } from "./age-header";
import { EncryptionError } from "./encryption-error";
import type { FindFileKey } from "./file-key";

/** By the format (C2SP `age`, "Payload"): a nonce, then chunks of 64 KiB, each sealed by itself with a tag of 16 bytes. */
const NONCE_BYTES = 16;
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;

/**
 * What an encrypted file holds, to be read wherever somebody wants: nothing that is decrypted has to lie on a disk. Every chunk proves that it is
 * what was written and where it belongs, and the last one that it is the last. Rejects with an `EncryptionError`, now or while it is read, or with what
 * `source` threw.
 */
export async function decryptedSource(source: RandomAccess, findFileKey: FindFileKey): Promise<RandomAccess> {
  const header = await headerOf(source);
  const fileKey = await findFileKey(header);
  const start = header.length + NONCE_BYTES;
  const payload = source.size - start;
  const chunks = Math.max(1, Math.ceil(payload / SEALED_BYTES));
  const size = payload - chunks * TAG_BYTES;
  // Only an empty file has an empty chunk.
  if (size < 0 || (chunks > 1 && size <= (chunks - 1) * CHUNK_BYTES)) throw new EncryptionError("CUT_OFF");
  const nonce = await source.bytes(header.length, start);
  const key = hkdf(sha256, fileKey, nonce, utf8ToBytes("payload"), 32);

  const opened = (sealed: Uint8Array, chunk: number, last: boolean) =>
    chacha20poly1305(key, nonceOf(chunk, last)).decrypt(sealed);

  function chunkOf(sealed: Uint8Array, chunk: number): Uint8Array {
    const last = chunk === chunks - 1;
    try {
      return opened(sealed, chunk, last);
    } catch {
      if (last && isOpened(() => opened(sealed, chunk, false))) throw new EncryptionError("CUT_OFF");
      throw new EncryptionError("CHANGED");
    }
  }

  async function bytes(from: number, to: number): Promise<Uint8Array> {
    const end = Math.min(to, size);
    if (from >= end) return new Uint8Array();
    const [first, behind] = [Math.floor(from / CHUNK_BYTES), Math.ceil(end / CHUNK_BYTES)];
    const sealed = await sealedChunks(first, behind);
    const plain: Uint8Array[] = [];
    for (let chunk = first; chunk < behind; chunk += 1) {
      const at = (chunk - first) * SEALED_BYTES;
      plain.push(chunkOf(sealed.subarray(at, at + SEALED_BYTES), chunk));
    }
    const before = first * CHUNK_BYTES;
    const whole = joined(
      plain,
      plain.reduce((sum, { length }) => sum + length, 0),
    );
    return whole.subarray(from - before, end - before);
  }

  const sealedChunks = (first: number, behind: number) =>
    source.bytes(start + first * SEALED_BYTES, Math.min(start + behind * SEALED_BYTES, source.size));

  // A file that was cut off between two chunks looks whole until its last one is opened.
  chunkOf(await sealedChunks(chunks - 1, chunks), chunks - 1);
  return { size, bytes };
}

/** Eleven bytes count the chunks, and one says which is the last. */
function nonceOf(chunk: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setBigUint64(3, BigInt(chunk));
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function isOpened(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch {
    return false;
  }
}
