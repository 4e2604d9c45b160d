/**
 * What is known of where the zips of a run lie, beside whether they were made: `saved` when each was read back there, or shown by
 * somebody who has it, with the bytes that the run made. Until then `unconfirmed`: a browser does not tell what became of a download.
 */
export const SAVED = ["saved", "unconfirmed"] as const;

export type Saved = (typeof SAVED)[number];
