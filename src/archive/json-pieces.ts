/**
 * JSON as `JSON.stringify(value, null, 2)` writes it, in pieces: all of it may be more than one string can hold. A piece is no longer
 * than the longest text in the value.
 *
 * @param membersOf what an object has, in which order
 */
export function* jsonPieces(
  value: unknown,
  membersOf: (value: object) => Array<[key: string, member: unknown]> = Object.entries,
  indent = "",
): Generator<string, void, undefined> {
  const plain = speaksForItself(value) ? value.toJSON() : value;
  if (typeof plain !== "object" || plain === null) return yield JSON.stringify(plain ?? null);
  const inner = `${indent}  `;
  const isList = Array.isArray(plain);
  const items: Array<[head: string, item: unknown]> = isList
    ? plain.map((item: unknown) => ["", item])
    : membersOf(plain).flatMap(([key, item]) => (item === undefined ? [] : [[`${JSON.stringify(key)}: `, item]]));
  const [open, close] = isList ? "[]" : "{}";
  if (items.length === 0) return yield `${open}${close}`;
  for (const [at, [head, item]] of items.entries()) {
    yield `${at === 0 ? open : ","}\n${inner}${head}`;
    yield* jsonPieces(item, membersOf, inner);
  }
  yield `\n${indent}${close}`;
}

/** Dates, say. */
function speaksForItself(value: unknown): value is { toJSON(): unknown } {
  return typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function";
}
