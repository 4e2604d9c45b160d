import type { FileCellItem, KintoneRecord, TableRow } from "../../archive/records/kintone-app";
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
  const { recordWithout } = createExclusion(excludedFields);
  const each = [...new Map(records.map((record) => [record.$id?.value, record])).values()].map(recordWithout);
  const files = each.flatMap(filesOf);
  return {
    records: each.length,
    attachments: files.length,
    attachmentBytes: files.reduce((sum, { size }) => sum + (Number(size) || 0), 0),
    characters: each.reduce((sum, record) => sum + JSON.stringify(record).length, 0),
  };
}

function filesOf(record: KintoneRecord): FileCellItem[] {
  return Object.values(record).flatMap(({ type, value }) => {
    if (!Array.isArray(value)) return [];
    if (type === "FILE") return value as FileCellItem[];
    return type === "SUBTABLE" ? (value as TableRow[]).flatMap((row) => filesOf(row.value)) : [];
  });
}
