import { Decrypter } from "age-encryption";
import { EncryptionError, type Opener } from "./encryption-error";
import { type Keys, isWithoutKeys } from "./keys";

/** The key that one file alone is encrypted with; each recipient of the file has it in the header. */
export type FileKey = Uint8Array;

/** Finds the key of a file by its header. Rejects with an `EncryptionError`. */
export type FindFileKey = (header: Uint8Array) => Promise<FileKey>;

/** By what is at hand. A passphrase takes a second or two, on purpose. */
export function fileKeyBy(keys: Keys): FindFileKey {
  return async (header) => {
    const decrypter = new Decrypter();
    for (const identity of keys.identities) decrypter.addIdentity(identity);
    for (const passphrase of keys.passphrases) decrypter.addPassphrase(passphrase);
    if (isWithoutKeys(keys)) throw new EncryptionError("NO_KEY_FITS", openerOf(header));
    return unwrapped(decrypter, header);
  };
}

/** By the key itself. The header is still held against it: it must be the one that was written with it. */
export function fileKeyIs(fileKey: FileKey): FindFileKey {
  return (header) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity({ unwrapFileKey: () => fileKey });
    return unwrapped(decrypter, header);
  };
}

async function unwrapped(decrypter: Decrypter, header: Uint8Array): Promise<FileKey> {
  try {
    return await decrypter.decryptHeader(header);
  } catch (thrown) {
    // The library has no codes; its tests hold it to this sentence, and ours.
    const noneFits = /^no identity matched/.test((thrown as Error).message);
    throw new EncryptionError(noneFits ? "NO_KEY_FITS" : "CHANGED", openerOf(header));
  }
}

function openerOf(header: Uint8Array): Opener {
  return /^-> scrypt /m.test(new TextDecoder().decode(header)) ? "passphrase" : "key";
}
