import { type Attachment, attachmentsOfRecord } from "../archive/records/attachments-of-record";
import { jsonLine, linesIn } from "../archive/records/json-lines";
import type { KintoneRecord } from "../archive/records/kintone-app";
import { createCsvFormat } from "../archive/records/records-csv";
import type { CopiedRecords, CopyOrder, RecordCopies, RecordVersion } from "../domain/record-copies";
import { createExclusion } from "./excluded-fields";
import { createMissingFields } from "./missing-fields";
import { versionOf } from "./record-version";

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
