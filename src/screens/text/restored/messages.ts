import type { RecordOutcome, RestoreStart, RestoreVerdict } from "../../../domain/restore-outcome";
import type { RestoreProgress } from "../../../restore/restore-progress";
import type { OwnSentences } from "../restore/own-sentences";

/** The texts for whoever puts records back, wherever that is: while it goes on, what came of it, and why nothing was written. */
export interface RestoredTexts {
  /** Otherwise than in a comparison: something may have been written. */
  sentence: OwnSentences;
  phase: Record<RestoreProgress["phase"], string>;
  /** kintone's answer was lost: what is looked for, and how long that may take. */
  lookedFor: { title: (records: number) => string; note: (until: string) => string };
  cancelling: string;
  /** What came of it, in a sentence that says what it means. */
  verdict: Record<RestoreVerdict, string>;
  /** Names of the numbers. */
  outcome: Record<RecordOutcome | "notReached" | "deviations", string>;
  /** What became of a record that is not as it was wished. */
  became: Record<Exclude<RecordOutcome, "added" | "put-back" | "removed">, string>;
  /** A record that was not written, as a file of it cannot be read from the archive. */
  damagedFile: (file: string) => string;
  /** Its files that the archive does not have. */
  withoutFiles: (files: readonly string[]) => string;
  deviates: Record<"byOthers" | "unexplained", string>;
  /** Fields of a record that is as it was written otherwise. */
  setByKintone: (fields: readonly string[]) => string;
  stopped: (why: string) => string;
  /** Of a restore that was given up: records of a batch whose answer was lost with it. */
  maybeWritten: (ids: readonly string[]) => string;
  planned: (numbers: RestoreStart["planned"]) => string;
  /** The backup that is made before lacks something that the restore may change; what it lacks follows. */
  notSecured: string;
}
