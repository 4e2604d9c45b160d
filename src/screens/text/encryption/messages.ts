import type { EncryptionErrorCode, Opener } from "../../../archive/encryption/encryption-error";
import type { RecipientProblem } from "../../../archive/encryption/recipients";

/** Why a file of keys, or of a passphrase, cannot be used. */
export type KeyFileProblem = "unreadable" | "no-keys" | "public-key" | "no-passphrase" | "open-to-others";

/** What the command says of encrypted archives. A page has no use for it, and what it loads has a budget. */
export interface EncryptionTexts {
  /** Why an encrypted file cannot be opened. */
  closed: Record<Exclude<EncryptionErrorCode, "NO_KEY_FITS">, (file: string) => string> & {
    /** None was given, or none of those that were. */
    NO_KEY: Record<Opener, (file: string) => string>;
    NO_KEY_FITS: Record<Opener, (file: string) => string>;
  };
  keyFile: Record<KeyFileProblem, (file: string, reason: string) => string>;
  recipient: Record<RecipientProblem, (name: string) => string>;
  /** Of encrypted files that were set aside, as others could be opened. */
  aside: (names: readonly string[]) => string;
  /** The last archive is encrypted, so nothing could be taken over from it. */
  readAfresh: string;
  /** A key was given that opens none of what will be written. */
  nobodysKey: string;
  noKeys: string;
  pageNotLaid: (reason: string) => string;
  decrypted: (file: string, zip: { name: string; size: number; sha256: string }) => string;
  notDecrypted: (file: string, reason: string) => string;
  decryptedNote: string;
  /** What stands in the test file of a key. */
  testFile: (name: string, word: string) => string;
  testFiles: (written: ReadonlyArray<{ name: string; file: string }>) => string;
  allProven: string;
  /** Of the number of keys: with a single one, one accident is enough. */
  singleKey: string;
}
