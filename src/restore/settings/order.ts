/**
 * Of things that stand in one order and then in another, those that were moved: as few as explain it. Things that came or went move nobody.
 *
 * @param positions of each thing in the new order, in the old one
 */
export function movedAmong(positions: readonly number[]): Set<number> {
  const stays = longestAscent(positions);
  return new Set(positions.flatMap((_, at) => (stays.has(at) ? [] : [at])));
}

/** Indices of a longest part that ascends (patience sorting). */
function longestAscent(values: readonly number[]): Set<number> {
  /** Of ascents of each length, the index of the lowest end. */
  const ends: number[] = [];
  const before: Array<number | undefined> = [];
  for (const [at, value] of values.entries()) {
    let [from, to] = [0, ends.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) from = middle + 1;
      else to = middle;
    }
    before[at] = ends[from - 1];
    ends[from] = at;
  }
  const found = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) found.add(at);
  return found;
}
