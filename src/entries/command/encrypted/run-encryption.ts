import { type Encrypt, encryptionFor } from "../../../archive/encryption/encrypt";
import { type Keys, NO_KEYS, recipientsOf } from "../../../archive/encryption/keys";
import type { CommandFile } from "../../../settings/command-file";

/** How the volumes of a run are encrypted. */
export interface RunEncryption {
  /** Absent when they leave as zips. */
  encrypt?: Encrypt;
  /** With which they are, when it is no public keys. */
  passphrase?: string;
  /** A secret key was given, and opens nothing that is written. */
  isNobodysKey: boolean;
}

/** For the public keys of the settings file, or else with the passphrase that was given. A secret key that is at hand verifies what was written. */
export async function runEncryption({ encryption }: CommandFile, keys: Keys): Promise<RunEncryption> {
  const [passphrase] = keys.passphrases;
  if (!encryption) {
    const locked = passphrase !== undefined && { encrypt: encryptionFor({ passphrase }), passphrase };
    return { ...locked, isNobodysKey: false };
  }
  const recipients = encryption.recipients.map(({ publicKey }) => publicKey);
  const own = await recipientsOf(keys);
  const isAtHand = own.some((publicKey) => recipients.includes(publicKey));
  const encrypt = encryptionFor({ recipients }, isAtHand ? { ...keys, passphrases: [] } : NO_KEYS);
  return { encrypt, isNobodysKey: own.length > 0 && !isAtHand };
}
