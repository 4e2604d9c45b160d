import { Encrypter } from "age-encryption";
import type { FindFileKey } from "./file-key";
import { fileKeyBy, fileKeyIs } from "./file-key";

/** Whom files are encrypted for. age knows no file that either a key or a passphrase opens. */
export type EncryptedFor = { recipients: readonly string[] } | { passphrase: string };

export interface EncryptedStream {
  stream: ReadableStream<Uint8Array>;
  /** Opens this very file without anybody's secret key, to read back what was written. */
  findFileKey: FindFileKey;
}

/** Encrypts a stream as a file of age's, chunk by chunk. Throws for what is no public key. */
export async function encrypt(plain: ReadableStream<Uint8Array>, whom: EncryptedFor): Promise<EncryptedStream> {
  const encrypter = new Encrypter();
  if ("passphrase" in whom) {
    encrypter.setPassphrase(whom.passphrase);
    const findFileKey = fileKeyBy({ identities: [], passphrases: [whom.passphrase] });
    return { stream: await encrypter.encrypt(plain), findFileKey };
  }
  for (const recipient of whom.recipients) encrypter.addRecipient(recipient);
  let fileKey = new Uint8Array();
  encrypter.addRecipient({
    /** Is told the key of the file, and adds nothing to its header. */
    wrapFileKey(key) {
      fileKey = key.slice();
      return [];
    },
  });
  return { stream: await encrypter.encrypt(plain), findFileKey: (header) => fileKeyIs(fileKey)(header) };
}
