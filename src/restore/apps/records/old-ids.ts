import type { KintoneRecord } from "../../../archive/records/kintone-app";
import { rowsOf } from "../../../archive/records/understood";
import { hitsIn } from "../old-ids/old-ids";

/** A value that names an app by the id that it had. */
export interface OldIdInRecord {
  field: string;
  table?: string;
  /** The app, by that id. */
  names: string;
  /** The line, or what there is around the id. */
  text: string;
}

const TEXTS: ReadonlySet<string> = new Set(["SINGLE_LINE_TEXT", "MULTI_LINE_TEXT", "RICH_TEXT", "LINK"]);

/** Whether a record can have any: cheaper than to look into it. */
export const mayNameApps = (line: string): boolean => /\/k\\?\//u.test(line);

/**
 * Links to apps that were made anew still lead to the old ones. Only texts and links are looked at: whatever else means an app is a setting.
 *
 * @param ids that apps of the set had
 */
export function oldIdsInRecord(record: KintoneRecord, ids: ReadonlySet<string>, table?: string): OldIdInRecord[] {
  return Object.entries(record).flatMap(([field, cell]): OldIdInRecord[] => {
    if (cell.type === "SUBTABLE") return rowsOf(cell).flatMap(({ value }) => oldIdsInRecord(value, ids, field));
    if (!TEXTS.has(cell.type) || typeof cell.value !== "string") return [];
    return [...hitsIn(cell.value, ids)].map(({ appId: names, text }) => {
      return { field, ...(table !== undefined && { table }), names, text };
    });
  });
}
