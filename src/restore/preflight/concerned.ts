import { type Concerned, MOST_EXAMPLES } from "./obstacle";
import type { Way } from "./way";

/** Records that something is about, in the order in which they are met. */
export interface Gathered {
  add(id: string): void;
  readonly ids: readonly string[];
  concerned(): Concerned;
  leaveOut(): Way;
}

/** A record that has it in several rows counts once. */
export function gatherRecords(): Gathered {
  const ids: string[] = [];
  return {
    ids,
    add(id) {
      if (ids.at(-1) !== id) ids.push(id);
    },
    concerned: () => concernedOf(ids),
    leaveOut: () => ({ way: "leave-out-records", ids }),
  };
}

export const concernedOf = (ids: readonly string[]): Concerned => ({
  count: ids.length,
  ids: ids.slice(0, MOST_EXAMPLES),
});

/** What is gathered under a key, made when it is met for the first time. */
export function under<Key, Thing>(gathered: Map<Key, Thing>, key: Key, make: () => Thing): Thing {
  const known = gathered.get(key);
  if (known !== undefined) return known;
  const made = make();
  gathered.set(key, made);
  return made;
}
