import type { Need } from "./need";

/**
 * How much room there is in a place for the files of a run, as far as somebody who wants `wanted` bytes has to know: an
 * answer of at least that is enough. `undefined` when it cannot be known.
 */
export type FreeRoom = (wanted: number) => Promise<number | undefined>;

/** A run that needs more than there is. */
export interface Shortage extends Need {
  /** Bytes. */
  free: number;
}

/** `undefined` when there is room enough, and when nobody can tell. */
export async function shortageOf(need: Need, freeRoom: FreeRoom): Promise<Shortage | undefined> {
  const free = await freeRoom(need.bytes);
  return free === undefined || free >= need.bytes ? undefined : { ...need, free };
}
