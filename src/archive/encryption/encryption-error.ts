/** Why an encrypted file cannot be read. */
export type EncryptionErrorCode =
  /** No file of age's. */
  | "NOT_ENCRYPTED"
  /** It is encrypted for other keys than those at hand, or with another passphrase. */
  | "NO_KEY_FITS"
  /** Its end is missing. */
  | "CUT_OFF"
  /** A byte of it is another one than when it was written. */
  | "CHANGED";

/** What opens a file. */
export type Opener = "key" | "passphrase";

/** The one error of this folder. What a source throws is not wrapped: it arrives as it was thrown. */
export class EncryptionError extends Error {
  override readonly name = "EncryptionError";

  constructor(
    readonly code: EncryptionErrorCode,
    /** What would open it, for `NO_KEY_FITS`. */
    readonly wants: Opener = "key",
  ) {
    super(code);
  }
}
