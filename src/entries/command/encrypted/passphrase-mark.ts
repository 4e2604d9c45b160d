import { Buffer } from "node:buffer";
import { encryptionFor } from "../../../archive/encryption/encrypt";
import { decryptedSource } from "../../../archive/encryption/decrypted-source";
import { fileKeyBy } from "../../../archive/encryption/file-key";
import { streamOf } from "../../../archive/entry";

/** An empty file that only this passphrase opens: it tells a later call whether the passphrase is the same, and as little as the archive does. */
export async function markOf(passphrase: string): Promise<string> {
  const { stream } = await encryptionFor({ passphrase })(streamOf());
  return Buffer.from(await new Response(stream as BodyInit).arrayBuffer()).toString("base64");
}

/** Volumes of one archive are all encrypted with the same passphrase, or none is. */
export async function isMarkOf(mark: string | undefined, passphrase: string | undefined): Promise<boolean> {
  if (mark === undefined || passphrase === undefined) return mark === passphrase;
  const bytes = new Uint8Array(Buffer.from(mark, "base64"));
  const source = { size: bytes.length, bytes: async (start: number, end: number) => bytes.subarray(start, end) };
  return decryptedSource(source, fileKeyBy({ identities: [], passphrases: [passphrase] })).then(
    () => true,
    () => false,
  );
}
