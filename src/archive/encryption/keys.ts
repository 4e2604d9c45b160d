import { Decrypter, identityToRecipient } from "age-encryption";

/** What is at hand to open encrypted files with. Held in memory only, and only as long as it is needed. */
export interface Keys {
  /** `AGE-SECRET-KEY-1…` or `AGE-SECRET-KEY-PQ-1…`. */
  identities: readonly string[];
  passphrases: readonly string[];
}

export const NO_KEYS: Keys = { identities: [], passphrases: [] };

export const isWithoutKeys = ({ identities, passphrases }: Keys): boolean =>
  identities.length + passphrases.length === 0;

/**
 * The keys of a key file as `age-keygen` writes it: one a line, and lines that begin with `#`. `undefined` when anything else is in it, or
 * nothing: of a key that is mistyped nobody should believe that it was tried.
 */
export function readKeyFile(text: string): string[] | undefined {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  return lines.length > 0 && lines.every(isIdentity) ? lines : undefined;
}

function isIdentity(text: string): boolean {
  try {
    new Decrypter().addIdentity(text);
    return true;
  } catch {
    return false;
  }
}

/** The public keys of these secret ones. */
export function recipientsOf({ identities }: Pick<Keys, "identities">): Promise<string[]> {
  return Promise.all(identities.map(identityToRecipient));
}
