import { Encrypter } from "age-encryption";

/** Whom a public key is for: one of today's, or one that a quantum computer would not open either. */
export type RecipientKind = "classic" | "post-quantum";

/**
 * Why a text is no public key that may be used. `secret`: it opens archives, and must never be where everybody reads it. `other-kind`: keys of
 * other makers (hardware, plugins), which not every program that opens archives knows.
 */
export type RecipientProblem = "secret" | "other-kind" | "not-a-key";

/** Which kind of public key a text is, to its checksum. */
export function readRecipient(text: string): { kind: RecipientKind } | { problem: RecipientProblem } {
  if (holdsSecretKey(text)) return { problem: "secret" };
  try {
    new Encrypter().addRecipient(text);
  } catch {
    return { problem: "not-a-key" };
  }
  if (/^age1tag/.test(text)) return { problem: "other-kind" };
  return { kind: text.startsWith("age1pq1") ? "post-quantum" : "classic" };
}

/** Whatever is around it, and however it is written. */
export const holdsSecretKey = (text: string): boolean => /AGE-SECRET-KEY-/i.test(text);

/** A file is only as strong as the weakest of its keys, and age itself refuses to mix the two. */
export const areMixed = (kinds: readonly RecipientKind[]): boolean => new Set(kinds).size > 1;
