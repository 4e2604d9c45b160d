import type { RecordVersion } from "../../domain/record-copies";
import type { MissingFiles } from "./missing-files";

/** A step of a restore: written down before kintone hears of it, and when its answer is there. */
export type RestoreLine =
  | {
      kind: "sending";
      what: "add" | "put-back" | "remove";
      /** The archive's; of records that are deleted, kintone's. */
      ids: readonly string[];
      /** For `add`: the greatest `$id` that the app had before. What is added now gets a greater one. */
      watermark?: string;
      /** Of records of which the archive lacks files: without which, as in their results. */
      withoutFiles?: Readonly<Record<string, MissingFiles>>;
    }
  /** The last one that was sent was done. In the order of its ids. */
  | { kind: "done"; versions: readonly RecordVersion[] }
  /** The last one that was sent is known not to have been done. */
  | { kind: "not-done" };

/**
 * What a restore has done, so that nothing is added twice when it ends in its middle. Other than a run's, it is no best effort: what is not
 * noted must not be sent.
 */
export interface RestoreJournal {
  /** What was noted so far, in that order: by earlier attempts, and by this one, whose look at what was sent last settles it. */
  lines(): AsyncIterable<RestoreLine>;
  /** Resolves when it is on the disk; rejects when it could not be put there. */
  note(line: RestoreLine): Promise<void>;
}
