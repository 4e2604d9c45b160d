/** An id of the archive, and the one that kintone gave instead. */
export type IdPair = readonly [archived: string, given: string];

/** Pairs of ids as lines of JSON: `["12","340"]`. */
export function* idLines(ids: Iterable<IdPair>): Generator<string> {
  for (const pair of ids) yield `${JSON.stringify(pair)}\n`;
}

/** The pairs of such lines. */
export function idsIn(text: string): IdPair[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as IdPair);
}
