import type { AppRef } from "../target";

/** What is known, from earlier runs, of the bytes that a run needs. */
export interface PastSizes {
  /** Bytes of the target's entries, before compression, when it was last backed up; `undefined` when it never was. */
  of(target: AppRef): number | undefined;
  /** Bytes of the volumes for each byte of the entries. */
  zippedShare: number;
  /** The beginning of the newest run that this is known from. */
  lastRun: Date;
}
