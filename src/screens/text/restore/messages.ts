import type { ErrorCode, ErrorFacts } from "../../../domain/errors";
import type { Comparison, NotComparable, RecordFinding } from "../../../restore/compare/comparison";
import type { FormDifference } from "../../../restore/compare/form-differences";
import type { ComparisonVerdict } from "../../../domain/restore-outcome";

/** What is said of an error otherwise than during a backup; `undefined` where the words of the backup fit. */
export type RestoreSentences = Partial<Record<ErrorCode, (facts: ErrorFacts) => string | undefined>>;

/** The texts for whoever compares an archive with kintone, or puts something back from it; on the screen and in the terminal. */
export interface RestoreMessages {
  sentence: RestoreSentences;
  comparing: (appName: string) => string;
  cancelling: string;
  /** What came of it, in a sentence. */
  verdict: Record<ComparisonVerdict, string>;
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
  notComparable: { [Reason in NotComparable["reason"]]: (why: Extract<NotComparable, { reason: Reason }>) => string };
  app: (name: string) => string;
  /** Names of the numbers. */
  counts: Record<keyof Comparison["counts"], string>;
  /** Of findings of one kind: how many there are and what that means. */
  kind: Record<RecordFinding["kind"], (count: number) => string>;
  form: {
    same: string;
    /** It was changed, in nothing that values depend on. */
    alike: string;
    heading: string;
    /** How it is another now, and what that means for putting values back. */
    difference: FormSentences;
  };
  /** Fields that the archive left out. */
  excluded: (fields: readonly string[]) => string;
  mayBeHidden: Record<NonNullable<Comparison["mayBeHidden"]>, string>;
  condition: (query: string) => string;
  /** Bytes were to be compared, and the archive has no files. */
  noAttachments: string;
  record: (id: string, presentId: string) => string;
  changed: (by: string | undefined, at: string | undefined) => string;
  more: (count: number) => string;
  /** In the terminal, where not everything is told. */
  everything: string;
  value: ValueMessages;
}

/** A run, by its id and when it began. */
export interface NamedRun {
  runId: string;
  startedAt: string;
}

export type FormSentences = {
  [Kind in FormDifference["kind"]]: (difference: Extract<FormDifference, { kind: Kind }>) => string;
};

/** How a value is shown in a line. */
interface ValueMessages {
  /** A field that is empty. */
  none: string;
  rows: (count: number) => string;
  /** Both have as many rows. */
  otherRows: (count: number) => string;
  /** Name and size are the same, and the bytes are not. */
  otherBytes: (files: string) => string;
  nameAndCode: (name: string, code: string) => string;
  list: (values: readonly string[]) => string;
  quoted: (text: string) => string;
  becomes: (field: string, archived: string, present: string) => string;
  /** Of a field, or of a field in a table. */
  field: (code: string, table: string | undefined) => string;
  /** Why a field that differs is nothing that a restore can write. */
  unwritable: Record<"copied" | "calculated" | "process" | "category" | "stamp", string>;
}
