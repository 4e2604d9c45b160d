import type { Destination } from "../../../domain/destination";
import { BackupError, toBackupError } from "../../../domain/errors";
import { sha256Hex } from "../../../archive/bytes/digest";
import { streamOf } from "../../../archive/entry";

/** Stands in the built command where the page goes (`scripts/decrypt-page.ts`). */
export const DECRYPT_PAGE_PLACEHOLDER = "{KBM_DECRYPT_PAGE}";

const NAME = "decrypt.html";

const page = DECRYPT_PAGE_PLACEHOLDER as string;

/**
 * Puts the page that opens encrypted archives beside them. One that is there, of whatever version, stays: each opens all archives. Resolves to the error
 * when it could not be put there, which takes nothing from the archive.
 */
export async function layDecryptPage({ deliver }: Pick<Destination, "deliver">): Promise<BackupError | undefined> {
  if (!page.startsWith("<!doctype")) return undefined;
  const bytes = new TextEncoder().encode(page);
  const file = {
    ...{ name: NAME, size: bytes.length, stream: () => streamOf(bytes) },
    bytes: async (start: number, end: number) => bytes.subarray(start, end),
  };
  try {
    await deliver({ name: NAME, size: bytes.length, sha256: sha256Hex(bytes), file });
    return undefined;
  } catch (thrown) {
    const error = toBackupError(thrown);
    return error.facts.refusal === "taken" ? undefined : error;
  }
}
