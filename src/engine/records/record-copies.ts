import { type Attachment, attachmentsOfRecord } from "../../archive/attachments-of-record";
import { jsonLine, linesIn } from "../../archive/json-lines";
import type { FormFields, FormLayout, KintoneRecord } from "../../archive/kintone-app";
import { createCsvFormat } from "../../archive/records-csv";
import { createExclusion } from "../left-out/excluded-fields";
import type { RecordVersion } from "../source";
import { type FieldGaps, createMissingFields } from "./missing-fields";
import { versionOf } from "./record-version";

/**
 * Consecutive records as the archive's files have them. They are made as soon as an answer is there, and the records
 * themselves are forgotten: while bytes wait for those before them, they cost the garbage collector nothing.
 */
export interface RecordCopies {
  /** In ascending `$id`. */
  versions: readonly RecordVersion[];
  /** Of `records.jsonl`, in UTF-8, whole. */
  lines: Uint8Array;
  /** Of `records.csv`, as it is when all attachments arrive. */
  rows: Uint8Array;
  /** What is to be fetched before them. Only one record by itself has any. */
  attachments: readonly Attachment[];
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

/**
 * Throws `BAD_RESPONSE` for a record without id or revision.
 *
 * @param written the records as lines of JSON, when they are at hand: nothing needs to be written anew then
 */
export type CopyRecords = (records: readonly KintoneRecord[], written?: Uint8Array) => CopiedRecords;

export function createCopier({ fields, layout, excludedFields, attachments, oneByOne }: CopyOrder): CopyRecords {
  const exclusion = createExclusion(excludedFields);
  const form = exclusion.formWithout(fields);
  const csv = createCsvFormat(form, layout);
  const missingFields = createMissingFields(form);
  const encoder = new TextEncoder();

  return (answered, written) => {
    const records = answered.map(exclusion.recordWithout);
    const lines = (!exclusion.excludes && written) || encoder.encode(records.map(jsonLine).join(""));
    const cut = createCutter(lines, encoder);
    for (const record of records) {
      missingFields.see(record);
      const own = attachments ? attachmentsOfRecord(record) : [];
      cut.add(versionOf(record), csv.rows(record, own), own, oneByOne || own.length > 0);
    }
    return { lines, copies: cut.all(), gaps: missingFields.found() };
  };
}

/** Cuts the lines of an answer into copies: those to which nothing belongs stay together. */
function createCutter(lines: Uint8Array, encoder: TextEncoder) {
  const each = linesIn(lines);
  const copies: RecordCopies[] = [];
  let versions: RecordVersion[] = [];
  let rows = "";
  let [start, end, next] = [0, 0, 0];

  const close = (attachments: readonly Attachment[]) => {
    if (versions.length === 0) return;
    copies.push({ versions, lines: lines.subarray(start, end), rows: encoder.encode(rows), attachments });
    [versions, rows, start] = [[], "", end];
  };

  return {
    add(version: RecordVersion, ownRows: string, attachments: readonly Attachment[], byItself: boolean) {
      if (byItself) close([]);
      versions.push(version);
      rows += ownRows;
      end += (each[next] as Uint8Array).length;
      next += 1;
      if (byItself) close(attachments);
    },
    all() {
      close([]);
      return copies;
    },
  };
}
