import { jsonPieces } from "./json-pieces";

/**
 * JSON that says the same in the same bytes: keys in the order of their UTF-16 code units, two spaces, a line feed at
 * the end. Two backups of unchanged settings are equal, and of changed ones differ in the changed lines only.
 */
export function canonicalJson(value: unknown): string {
  return [...canonicalPieces(value)].join("");
}

/** The same in pieces, for what may be longer than a string can be. */
export function* canonicalPieces(value: unknown): Generator<string, void, undefined> {
  yield* jsonPieces(value, sortedMembers);
  yield "\n";
}

/** Not an object that is sorted anew: it keeps keys that look like numbers in an order of its own. */
function sortedMembers(value: object): Array<[string, unknown]> {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
