import type { Attachment } from "../archive/records/attachments-of-record";
import type { FormFields, FormLayout } from "../archive/records/kintone-app";

/** A record's `$id` and `$revision`. */
export interface RecordVersion {
  id: string;
  revision: string;
}

/** How a form and records differ. */
export interface FieldGaps {
  /** Codes of fields that the form has and records lack; of a field in a table `table.field`. */
  missing: readonly string[];
  /** Whether records have fields that the form has not: then it is older than they are. */
  formIsOutdated: boolean;
}

/** A cell that is not as kintone describes it: `records.jsonl` has it as it came, and something else does not have all of it. */
export interface OddCell {
  record: string;
  /** Code of the field, or of the table. */
  field: string;
  lackedBy: "csv" | "attachments";
}

/**
 * Consecutive records as the archive's files have them. They are made as soon as an answer is there, and the records
 * themselves are forgotten: while bytes wait for those before them, they cost the garbage collector nothing.
 */
export interface RecordCopies {
  /** In ascending `$id`. */
  versions: readonly RecordVersion[];
  /** Of `records.jsonl`, in UTF-8, whole. */
  lines: Uint8Array;
  /**
   * Of `records.csv`, as it is when all attachments arrive. Absent where that is too long to be held: then the rows are made when they are
   * written, one after the other.
   */
  rows?: Uint8Array;
  /** What is to be fetched before them. Only one record by itself has any. */
  attachments: readonly Attachment[];
  /** What was noticed when they were made. */
  odd?: readonly OddCell[];
}

/** The records of an answer. */
export interface CopiedRecords {
  /** Of all of them, as `lines` of the copies, which are views of it. */
  lines: Uint8Array;
  copies: readonly RecordCopies[];
  /** What was noticed in these records, and in those that were copied before. */
  gaps: FieldGaps;
}

/** What a target wants of its records. Plain data: the work may be done on another thread. */
export interface CopyOrder {
  fields: FormFields;
  layout: FormLayout;
  /** Codes of fields whose values go no further than this. */
  excludedFields: readonly string[];
  /** Whether attachments are wanted. */
  attachments: boolean;
  /** Whether something is to be fetched for every record: then each is by itself. */
  oneByOne: boolean;
}
