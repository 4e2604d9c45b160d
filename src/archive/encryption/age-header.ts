import type { RandomAccess } from "../zip/source-reader";
import { EncryptionError } from "./encryption-error";

const FIRST_LINE = "age-encryption.org/v1\n";

/** Of fifty recipients that a quantum computer would not open; who wants more has something else in mind. */
const MOST_BYTES = 128 * 1024;

/** Lines of text up to the one that begins with `---`. Rejects with `NOT_ENCRYPTED` when it is not the header of a file of age's. */
export async function headerOf(source: RandomAccess): Promise<Uint8Array> {
  if (source.size === 0) throw new EncryptionError("NOT_ENCRYPTED");
  const beginning = await source.bytes(0, Math.min(MOST_BYTES, source.size));
  // One letter for each byte, whatever the bytes are.
  const letters = new TextDecoder("latin1").decode(beginning);
  if (!letters.startsWith(FIRST_LINE)) {
    throw new EncryptionError(FIRST_LINE.startsWith(letters) ? "CUT_OFF" : "NOT_ENCRYPTED");
  }
  const [header] = /^[^]*?\n--- [^\n]*\n/.exec(letters) ?? [];
  if (header === undefined) throw new EncryptionError(source.size < MOST_BYTES ? "CUT_OFF" : "CHANGED");
  return beginning.subarray(0, header.length);
}

/** Whether a file is encrypted, by how it begins. */
export async function isEncrypted(source: RandomAccess): Promise<boolean> {
  if (source.size === 0) return false;
  const beginning = await source.bytes(0, Math.min(FIRST_LINE.length, source.size));
  return new TextDecoder("latin1").decode(beginning) === FIRST_LINE;
}
