import type { BackupError } from "./errors";

/**
 * What is known of where the zips of a run lie, beside whether they were made: `saved` when each was read back at every place of the run, or shown by
 * somebody who has it, with the bytes that the run made. Until then `unconfirmed`: a browser does not tell what became of a download.
 */
export const SAVED = ["saved", "unconfirmed"] as const;

export type Saved = (typeof SAVED)[number];

/** The kinds of places. What they are called is recorded in the history: none is ever renamed. */
export type PlaceKind = "download" | "folder" | "s3" | "rclone";

/** The same of one place. `not_saved`: it is known that not all of the archive lies there, or not as it was made. */
export const PLACE_STATES = [...SAVED, "not_saved"] as const;

export type PlaceState = (typeof PLACE_STATES)[number];

/** What came of the archive at one of the places of its run. */
export interface PlacedArchive {
  name: string;
  kind: PlaceKind;
  state: PlaceState;
  /** Why it is not saved there. */
  error?: BackupError;
}
