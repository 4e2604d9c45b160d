import type { RecordFinding } from "../../../../restore/compare/comparison";
import type { OwnSentences } from "../own-sentences";

/** A run, by its id and when it began. */
export interface NamedRun {
  runId: string;
  startedAt: string;
}

/** What only the command says of a comparison, beside what the screen says too. */
export interface ComparisonCommandTexts {
  /** About the file of differences. */
  sentence: OwnSentences;
  archive: (run: NamedRun) => string;
  /** What of the zips at hand was not compared, and what to do if it should have been. */
  aside: {
    newer: (run: NamedRun) => string;
    strange: (names: readonly string[]) => string;
  };
  /** Why nothing was compared. */
  refused: {
    notSound: string;
    noRun: (runId: string, known: readonly NamedRun[]) => string;
    noApp: (appId: string, known: readonly string[]) => string;
  };
  /** Of findings of one kind: how many there are and what that means. */
  kind: Record<RecordFinding["kind"], (count: number) => string>;
  /** Where not everything is told. */
  everything: string;
}
