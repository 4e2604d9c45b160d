import { Encrypter } from "age-encryption";
import type { RandomAccess } from "../zip/source-reader";
import { decryptedSource } from "./decrypted-source";
import { fileKeyBy, fileKeyIs } from "./file-key";
import { type Keys, NO_KEYS, isWithoutKeys } from "./keys";

/** Whom files are encrypted for. age knows no file that either a key or a passphrase opens. */
export type EncryptedFor = { recipients: readonly string[] } | { passphrase: string };

/** A file of age's on its way. */
export interface EncryptedStream {
  stream: ReadableStream<Uint8Array>;
  /**
   * What the file holds, now that it was written: by a secret key where one is at hand, and else by the key of this one file, which nobody
   * has once the process ends. Rejects as `decryptedSource` does.
   */
  reopened(file: RandomAccess): Promise<RandomAccess>;
}

/** Encrypts a stream, chunk by chunk. */
export type Encrypt = (plain: ReadableStream<Uint8Array>) => Promise<EncryptedStream>;

/** @param atHand of those whom it is for; throws for what is no public key */
export function encryptionFor(whom: EncryptedFor, atHand: Keys = NO_KEYS): Encrypt {
  return "passphrase" in whom ? withPassphrase(whom.passphrase) : forRecipients(whom.recipients, atHand);
}

function withPassphrase(passphrase: string): Encrypt {
  const findFileKey = fileKeyBy({ identities: [], passphrases: [passphrase] });
  return async (plain) => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    const stream = await encrypter.encrypt(plain);
    return { stream, reopened: (file) => decryptedSource(file, findFileKey) };
  };
}

function forRecipients(recipients: readonly string[], atHand: Keys): Encrypt {
  const forAll = () => {
    const encrypter = new Encrypter();
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    return encrypter;
  };
  forAll();
  return async (plain) => {
    const encrypter = forAll();
    let fileKey = new Uint8Array();
    encrypter.addRecipient({
      /** Is told the key of the file, and adds nothing to its header. */
      wrapFileKey(key) {
        fileKey = key.slice();
        return [];
      },
    });
    const stream = await encrypter.encrypt(plain);
    const findFileKey = isWithoutKeys(atHand) ? fileKeyIs(fileKey) : fileKeyBy(atHand);
    return { stream, reopened: (file) => decryptedSource(file, findFileKey) };
  };
}
