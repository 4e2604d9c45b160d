import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** Letters and digits that nobody takes for one another. */
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

/**
 * The word in the test file of a public key, `20261130-7k3q-…`: who can tell it has decrypted the file. It is worked out from the key and the day, so that
 * nothing has to be kept from making the file to taking the word; who writes a program to make one up deceives nobody but themselves.
 */
export function proofWord(publicKey: string, day: string): string {
  const digest = sha256(utf8ToBytes(`kintone Backup Manager, proof of a key\n${publicKey}\n${day}`));
  const letters = [...digest.subarray(0, 16)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return [day, ...(letters.match(/.{4}/g) ?? [])].join("-");
}

/** Whether the word is that of a test file of this very key. */
export function isProofOf(publicKey: string, word: string): boolean {
  const [day = ""] = /^\d{8}(?=-)/.exec(word) ?? [];
  return day !== "" && word === proofWord(publicKey, day);
}
