import type { KintoneRecord } from "../../../archive/records/kintone-app";
import { rowsOf } from "../../../archive/records/understood";

/** A value that names an app by the id that it had. */
export interface OldId {
  field: string;
  table?: string;
  /** The app, by that id. */
  names: string;
  /** The address, or what there is of it. */
  text: string;
}

const TEXTS: ReadonlySet<string> = new Set(["SINGLE_LINE_TEXT", "MULTI_LINE_TEXT", "RICH_TEXT", "LINK"]);

/** The address of an app or a record, for computers and for phones, in a guest space or not: `/k/12/`, `/k/guest/5/12/show#record=3`. */
const ADDRESS = /(?:https?:\/\/[^\s"'<>/]+)?\/k\/(?:m\/)?(?:guest\/\d+\/)?(\d+)(?:\/[^\s"'<>]*|(?=\?)[^\s"'<>]*)/gu;

/** Whether a record can have any: cheaper than to look into it. */
export const mayNameApps = (line: string): boolean => /\/k\\?\//u.test(line);

/**
 * Links to apps that were made anew still lead to the old ones. Only texts and links are looked at: whatever else means an app is a setting.
 *
 * @param ids that apps of the set had
 */
export function oldIdsIn(record: KintoneRecord, ids: ReadonlySet<string>, table?: string): OldId[] {
  return Object.entries(record).flatMap(([field, cell]): OldId[] => {
    if (cell.type === "SUBTABLE") return rowsOf(cell).flatMap(({ value }) => oldIdsIn(value, ids, field));
    if (!TEXTS.has(cell.type) || typeof cell.value !== "string") return [];
    return [...cell.value.matchAll(ADDRESS)].flatMap(([text, names = ""]) =>
      ids.has(names) ? [{ field, ...(table !== undefined && { table }), names, text }] : [],
    );
  });
}
