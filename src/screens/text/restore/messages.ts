import type { Comparison, NotComparable } from "../../../restore/compare/comparison";
import type { FormDifference } from "../../../restore/compare/form-differences";
import type { ComparisonVerdict } from "../../../domain/restore-outcome";
import type { OwnSentences } from "./own-sentences";

/** The texts for whoever compares an archive with kintone, or puts something back from it; on the screen and in the terminal. */
export interface RestoreMessages {
  sentence: OwnSentences;
  comparing: (appName: string) => string;
  cancelling: string;
  /** What came of it, in a sentence. */
  verdict: Record<ComparisonVerdict, string>;
  notComparable: { [Reason in NotComparable["reason"]]: (why: Extract<NotComparable, { reason: Reason }>) => string };
  app: (name: string) => string;
  /** Names of the numbers. */
  counts: Record<keyof Comparison["counts"], string>;
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
  value: ValueMessages;
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
