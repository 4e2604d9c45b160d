import type { StoredFile } from "./workspace";

/**
 * What a run has done, on the disk beside its files, so that a run whose process was killed can go on where it was. Noting
 * is best effort: what is not noted is done again, and a journal that cannot be written is no reason to end a run. One
 * contract (`test/contracts/journal.ts`).
 */
export interface Journal<Line> {
  /** What earlier attempts of this run noted, in that order; nothing for a run that begins. */
  lines(): AsyncIterable<Line>;
  /** Resolves when this, and all that was noted before, is on the disk; never rejects. */
  note(line: Line): Promise<void>;
  /** A finished file of an earlier attempt; `undefined` when it is not there. */
  file(name: string): Promise<StoredFile | undefined>;
  /** Removes the files that earlier attempts left in the workspace, except for these. */
  sweep(keep: ReadonlySet<string>): Promise<void>;
  /** The run has an end, so it will not be resumed. Its files are the workspace's business. */
  end(): Promise<void>;
}
