/** An archive as one of those that a place keeps: all volumes of a run, or none. */
export interface Generation {
  /** Of the run. */
  runId: string;
  /** When the run began, which its name tells. */
  at: Date;
  /** Everything that was asked for is in it (status `success`). One with something missing counts for no period that has a whole one. */
  isWhole: boolean;
  /** Of all its volumes. */
  bytes: number;
  /** Somebody holds it, for this reason. */
  held?: string;
  /** The place itself removes it for nobody before that. */
  lockedUntil?: Date;
  /** What lies in the place is, by name and digest, what the history tells of. Nothing else is removed. */
  isKnown: boolean;
}
