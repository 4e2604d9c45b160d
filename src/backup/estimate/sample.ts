import type { FileCellItem, KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf, filesOf, rowsOf } from "../../archive/records/understood";
import { createExclusion } from "../../records/excluded-fields";

/** What some records of an app tell of what they hold. */
export interface Sample {
  /** How many were looked at. */
  records: number;
  attachments: number;
  /** Of the attachments, as kintone tells their sizes. */
  attachmentBytes: number;
  /** Characters of the records as JSON. */
  characters: number;
}

/** Looks at each record once. Fields that are left out count for nothing, as in a run. */
export function sampleOf(records: readonly KintoneRecord[], excludedFields: readonly string[]): Sample {
  const { understoodWithout } = createExclusion(excludedFields);
  const all = [...new Map(records.map((record) => [record.$id?.value, record])).values()];
  const each = understoodWithout(all);
  const files = each.flatMap(filesOfRecord);
  return {
    records: each.length,
    attachments: files.length,
    attachmentBytes: files.reduce((sum, { size }) => sum + (Number(size) || 0), 0),
    characters: each.reduce((sum, record) => sum + JSON.stringify(record).length, 0),
  };
}

function filesOfRecord(record: KintoneRecord): FileCellItem[] {
  return Object.keys(record).flatMap((code) => {
    const cell = cellOf(record, code);
    if (cell?.type === "FILE") return filesOf(cell);
    return cell?.type === "SUBTABLE" ? rowsOf(cell).flatMap(({ value }) => filesOfRecord(value)) : [];
  });
}
