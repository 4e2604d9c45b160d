import { createTextGatherer } from "../archive/bytes/text-gatherer";
import { attachmentsOfRecord } from "../archive/records/attachments-of-record";
import { jsonLine } from "../archive/records/json-lines";
import type { KintoneRecord } from "../archive/records/kintone-app";
import { createCsvFormat } from "../archive/records/records-csv";
import type { CopiedRecords, CopyOrder, OddCell } from "../domain/record-copies";
import { createCutter } from "./copies-cutter";
import { createExclusion } from "./excluded-fields";
import { createMissingFields } from "./missing-fields";
import { versionOf } from "./record-version";
import { createRowRoom } from "./row-room";

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

  return (answered, written) => {
    const records = answered.map(exclusion.recordWithout);
    const lines = (!exclusion.excludes && written) || linesOf(records);
    const room = createRowRoom(csv, lines.length);
    const cut = createCutter(lines);
    for (const record of records) {
      const version = versionOf(record);
      const odd: OddCell[] = [];
      const lacks = (lackedBy: OddCell["lackedBy"]) => (field: string) =>
        odd.push({ record: version.id, field, lackedBy });
      missingFields.see(record);
      const own = attachments ? attachmentsOfRecord(record, lacks("attachments")) : [];
      const rows = room.rowsOf(record, own, lacks("csv"));
      cut.add({ version, rows, odd, attachments: own }, oneByOne || own.length > 0);
    }
    return { lines, copies: cut.all(), gaps: missingFields.found() };
  };
}

function linesOf(records: readonly KintoneRecord[]): Uint8Array {
  const lines = createTextGatherer();
  for (const record of records) lines.add(jsonLine(record));
  return lines.bytes();
}
