import type { Place } from "../../domain/destination";
import type { BackupError } from "../../domain/errors";
import type { PlacedArchive, Saved } from "../../domain/saved";
import type { PackedVolume } from "./pack-volume";

/** What came of the archive at one place, while it is delivered. */
export interface PlaceBooks {
  readonly place: Place;
  /** In their order. */
  readonly delivered: PackedVolume[];
  /** Those of them that were proven to lie there as they were made. */
  readonly saved: PackedVolume[];
  /** Why it does not have the archive. */
  error?: BackupError;
}

export function openPlaceBooks(place: Place): PlaceBooks {
  return { place, delivered: [], saved: [] };
}

/** The volumes of the place that has the most. */
export function fullest(places: readonly PlaceBooks[]): readonly PackedVolume[] {
  return places.map(({ delivered }) => delivered).reduce((most, each) => (each.length > most.length ? each : most));
}

/** Whether all of the archive was delivered there, as far as is known. */
export function hasArchive({ delivered, error }: PlaceBooks, volumes: readonly PackedVolume[]): boolean {
  return !error && delivered.length === volumes.length;
}

export function placedArchive(books: PlaceBooks, volumes: readonly PackedVolume[]): PlacedArchive {
  const { place, saved, error } = books;
  const known = saved.length === volumes.length ? "saved" : "unconfirmed";
  return {
    name: place.name,
    kind: place.destination.kind,
    state: hasArchive(books, volumes) ? known : "not_saved",
    ...(error && { error }),
  };
}

/** An archive is saved when it is where it should be: at every place. */
export function savedAtAll(places: readonly PlaceBooks[], volumes: readonly PackedVolume[]): Saved | undefined {
  if (volumes.length === 0) return undefined;
  return places.every((books) => placedArchive(books, volumes).state === "saved") ? "saved" : "unconfirmed";
}
