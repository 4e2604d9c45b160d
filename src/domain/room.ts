import type { AppRef } from "./target";

/** What a run will need of the place where its files are, judging by earlier runs. */
export interface Need {
  /** Bytes, at the moment when there are most. */
  bytes: number;
  /** Targets of which nothing is known: what they need comes on top. */
  unknownTargets: number;
  /** The beginning of the newest run that it is judged by. */
  lastRun: Date;
}

/** What is known, from earlier runs, of the bytes that a run needs. */
export interface PastSizes {
  /** Bytes of the target's entries, before compression, when it was last backed up; `undefined` when it never was. */
  of(target: AppRef): number | undefined;
  /** Bytes of the volumes for each byte of the entries. */
  zippedShare: number;
  /** The beginning of the newest run that this is known from. */
  lastRun: Date;
}

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
