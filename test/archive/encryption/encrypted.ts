import { randomBytes } from "node:crypto";
import { Encrypter, generateHybridIdentity, generateX25519Identity, identityToRecipient } from "age-encryption";
import { decryptedSource } from "../../../src/archive/encryption/decrypted-source";
import { type EncryptedFor, encryptionFor } from "../../../src/archive/encryption/encrypt";
import { type FindFileKey, fileKeyBy } from "../../../src/archive/encryption/file-key";
import { streamOf } from "../../../src/archive/entry";
import type { RandomAccess } from "../../../src/archive/zip/source-reader";
import { randomAccess } from "../volume-fixture";

/** A new key, and its public half. */
export async function newKey(kind: "classic" | "post-quantum" = "classic") {
  const identity = await (kind === "classic" ? generateX25519Identity() : generateHybridIdentity());
  return { identity, recipient: await identityToRecipient(identity) };
}

export const opening = (...identities: string[]): FindFileKey => fileKeyBy({ identities, passphrases: [] });

export async function encryptedBytes(plain: Uint8Array, whom: EncryptedFor) {
  const { stream, reopened } = await encryptionFor(whom)(streamOf(plain));
  const bytes = await allOf(stream);
  return { bytes, readBack: async () => allBytesOf(await reopened(randomAccess(bytes))) };
}

export async function decrypted(bytes: Uint8Array, findFileKey: FindFileKey): Promise<Uint8Array> {
  return allBytesOf(await decryptedSource(randomAccess(bytes), findFileKey));
}

const allBytesOf = async ({ size, bytes }: RandomAccess) => (size === 0 ? new Uint8Array() : bytes(0, size));

export const allOf = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());

export const someBytes = (size: number): Uint8Array => new Uint8Array(randomBytes(size));

/** With a passphrase that is tried as quickly as the format has it: ours takes more than a second. */
export function lockedBytes(plain: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(1);
  return encrypter.encrypt(plain);
}
