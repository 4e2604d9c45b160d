import { type ThingsShape, textIn } from "./shape";
import type { Place } from "./settings-comparison";

/** One of several. */
export interface Thing {
  /** Tells it from the others; of equal ones, with the times that there was one before it. */
  id: string;
  place: Place;
  value: unknown;
  /** In their order, from 0. */
  at: number;
}

/** The things of a list, or of an object in the order of their `index`. */
export function thingsIn(held: object, { know, thing }: Pick<ThingsShape, "know" | "thing">): Thing[] {
  const times = new Map<string, number>();
  const entries: Array<[string, unknown]> = Array.isArray(held)
    ? held.map((item: unknown) => ["", item])
    : Object.entries(held).sort(([, one], [, other]) => indexOf(one) - indexOf(other));
  return entries.map(([key, value], at) => {
    const { name, note, id = name } = know(value, key);
    const time = times.get(id) ?? 0;
    times.set(id, time + 1);
    return { id: JSON.stringify([id, time]), place: { thing, name, ...(note && { note }) }, value, at };
  });
}

const indexOf = (item: unknown) => Number(textIn(item, "index") || 0);
