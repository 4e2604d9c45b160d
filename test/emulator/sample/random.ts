/** A small stream of numbers that is the same for the same seed on every machine; good enough for sample data, no more. */
export interface Random {
  /** A whole number, both ends included. */
  integer(min: number, max: number): number;
  /** True with the given chance (0 to 1). */
  chance(probability: number): boolean;
  /** One of the items; throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** Up to `count` different items, in the order of the list. */
  some<T>(items: readonly T[], count: number): T[];
}

/**
 * Mulberry32, started from a seed and a name. Every part of the sample takes a stream of its own name, so that one more
 * record in one app does not change all the others.
 */
export function createRandom(seed: number, name: string): Random {
  let state = (seed ^ hash(name)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    some: (items, count) => {
      const left = items.map((_, index) => index);
      while (left.length > count) left.splice(integer(0, left.length - 1), 1);
      return items.filter((_, index) => left.includes(index));
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
