import { createMeter } from "../../archive/bytes/digest";
import { decryptedSource } from "../../archive/encryption/decrypted-source";
import { fileKeyBy } from "../../archive/encryption/file-key";
import type { Keys } from "../../archive/encryption/keys";
import type { RandomAccess } from "../../archive/zip/source-reader";

const CHUNK_BYTES = 1024 ** 2;

interface Receiver {
  write: (chunk: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** How much is done, from 0 to 1. */
  report: (share: number) => void;
}

/** Decrypts a file a chunk at a time. Resolves to the SHA-256 of what it holds; rejects as `decryptedSource` does. */
export async function decryptFile(file: Blob, keys: Keys, { write, report }: Receiver): Promise<string> {
  const source: RandomAccess = {
    size: file.size,
    bytes: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
  };
  const plain = await decryptedSource(source, fileKeyBy(keys));
  const meter = createMeter();
  for (let start = 0; start < plain.size; start += CHUNK_BYTES) {
    const chunk = new Uint8Array(await plain.bytes(start, start + CHUNK_BYTES));
    meter.add(chunk);
    await write(chunk);
    report(Math.min(1, (start + CHUNK_BYTES) / plain.size));
  }
  return (await meter.finish()).sha256;
}
