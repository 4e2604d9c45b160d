import type { EncryptionError } from "../../../archive/encryption/encryption-error";
import type { EncryptionTexts } from "../../../screens/text/encryption/messages";

/** An encrypted file that cannot be opened, or turned out to be damaged while it was read. */
export class ClosedFile extends Error {
  constructor(
    readonly file: string,
    override readonly cause: EncryptionError,
    /** Whether anything was there to try. */
    readonly keysGiven: boolean,
  ) {
    super(`${file} (${cause.code})`);
  }

  /** The file is not what was written; no other key would help. */
  get isDamaged(): boolean {
    return this.cause.code === "CUT_OFF" || this.cause.code === "CHANGED";
  }
}

export function describeClosed({ closed }: EncryptionTexts, { file, cause, keysGiven }: ClosedFile): string {
  if (cause.code !== "NO_KEY_FITS") return closed[cause.code](file);
  return closed[keysGiven ? "NO_KEY_FITS" : "NO_KEY"][cause.wants](file);
}
