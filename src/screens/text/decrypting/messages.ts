import type { EncryptionErrorCode, Opener } from "../../../archive/encryption/encryption-error";

/** What the page says that opens encrypted archives from a disk. */
export interface DecryptingTexts {
  title: string;
  /** That nothing leaves the computer, and that the key is kept nowhere. */
  promise: string;
  files: string;
  keyFile: string;
  secret: string;
  secretNote: string;
  save: (name: string) => string;
  working: (name: string, percent: number) => string;
  done: (name: string, sha256: string) => string;
  noKey: string;
  notAKeyFile: string;
  problem: Record<Exclude<EncryptionErrorCode, "NO_KEY_FITS">, (name: string) => string> & {
    NO_KEY_FITS: Record<Opener, (name: string) => string>;
  };
  notSaved: (name: string, reason: string) => string;
}
