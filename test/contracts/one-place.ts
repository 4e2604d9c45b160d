import type { Destination, Place } from "../../src/domain/destination";

/** The places of a run that has one, called what it is. */
export function onePlace(destination: Destination): readonly Place[] {
  return [{ name: destination.kind, destination }];
}
