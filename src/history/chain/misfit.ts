import type { RunReference } from "../runs/run-reference";
import type { Misfit } from "./verdict";

/** What is kept of a run while the chain is checked. */
export interface Place {
  run: RunReference;
  /** ISO, UTC: when it ended; of a record that was made after that, when it was made. Empty when neither is known. */
  writtenAt: string;
  finished: boolean;
  chained: boolean;
  /** Whether the facts give the digest. */
  unchanged: boolean;
  previous: string;
  /** By each of these another run may follow it. More than one only when digest and facts do not agree. */
  digests: string[];
}

/** Who stands where in the chain. */
interface Surroundings {
  begin: Place | undefined;
  newest: Place | undefined;
  byDigest: ReadonlyMap<string, Place>;
  /** Runs with true facts by the digest that they follow, each list by ascending `$id`. */
  followers: ReadonlyMap<string, readonly Place[]>;
}

/** @param places by ascending `$id` */
export function surroundings(places: readonly Place[]): Surroundings {
  const chained = places.filter((place) => place.chained);
  const followers = new Map<string, Place[]>();
  // What a changed record says about the run before it proves nothing.
  for (const place of chained.filter(({ unchanged }) => unchanged)) {
    followers.set(place.previous, [...(followers.get(place.previous) ?? []), place]);
  }
  return {
    begin: chained[0],
    newest: chained.at(-1),
    // From the newest to the oldest, so that the oldest stays: a copy does not stand in for its original.
    byDigest: new Map(places.toReversed().flatMap((place) => place.digests.map((digest) => [digest, place]))),
    followers,
  };
}

/** Why this run does not fit; `undefined` when it does, or when the chain says nothing about it. */
export function misfitOf(place: Place, around: Surroundings): Misfit | undefined {
  if (!place.chained) return place.finished && isAfterBegin(place, around) ? "unchained" : undefined;
  if (!place.unchanged) return "changed";

  const rivals = around.followers.get(place.previous) ?? [];
  if (rivals.length > 1 && place !== (rivals.find((rival) => isFollowed(rival, around)) ?? rivals[0])) return "forked";

  if (place.previous === "") return undefined;
  const before = around.byDigest.get(place.previous);
  if (!before) return isFollowed(place, around) || place === around.newest ? "missing" : "inserted";
  return isEarlier(place, before) && !overlaps(place, before) ? "moved" : undefined;
}

/** Also when a run follows it: then it was the first of the chain, and its digest was taken away. */
function isAfterBegin(place: Place, around: Surroundings): boolean {
  return (around.begin !== undefined && isEarlier(around.begin, place)) || isFollowed(place, around);
}

function isFollowed(place: Place, { followers }: Surroundings): boolean {
  return place.digests.some((digest) => followers.has(digest));
}

function isEarlier(a: Place, b: Place): boolean {
  return Number(a.run.recordId) < Number(b.run.recordId);
}

/** A run that could not be written down at its begin, or came back, gets its record late, while another one may be under way. */
function overlaps(place: Place, before: Place): boolean {
  return place.run.startedAt <= before.writtenAt;
}
