import type { KintoneRecord } from "./kintone-app";
import { cellOf, filesOf, isObject } from "./understood";

/** Of the values in one cell. */
const LINE_BREAK = "\n";

/** The paths of a cell's files that are in the archive; `rowIndex` in a table. */
export type PathsOf = (field: string, rowIndex?: number) => string[];

/**
 * What cli-kintone writes for a cell (@kintone/cli 1.19.2, `csvStringifier/fieldValue.js`); nothing for one that the record lacks.
 *
 * @param odd called when there is more in the cell than its type can have: of that, nothing is written, as a wrong value could be imported
 */
export function cellText(
  cells: KintoneRecord,
  field: string,
  { pathsOf, rowIndex, odd }: { pathsOf: PathsOf; rowIndex?: number; odd: (field: string) => void },
): string {
  const cell = cellOf(cells, field);
  if (!cell) return Object.hasOwn(cells, field) ? nothing(odd, field) : "";
  const { type, value } = cell;
  if (value === null || value === undefined) return "";
  switch (type) {
    case "FILE":
      filesOf(cell, () => odd(field));
      return pathsOf(field, rowIndex).join(LINE_BREAK);
    case "CREATOR":
    case "MODIFIER":
      return codeOf(value) ?? nothing(odd, field);
    case "CHECK_BOX":
    case "MULTI_SELECT":
      return list(value, textOf, odd, field);
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
      return list(value, codeOf, odd, field);
    default:
      return typeof value === "object" ? nothing(odd, field) : String(value as string | number | boolean);
  }
}

function nothing(odd: (field: string) => void, field: string): string {
  odd(field);
  return "";
}

function list(
  value: unknown,
  textOfItem: (item: unknown) => string | undefined,
  odd: (field: string) => void,
  field: string,
): string {
  if (!Array.isArray(value)) return nothing(odd, field);
  let texts = "";
  let separator = "";
  for (const item of value as unknown[]) {
    const text = textOfItem(item);
    if (text === undefined) {
      odd(field);
      continue;
    }
    texts += separator + text;
    separator = LINE_BREAK;
  }
  return texts;
}

function textOf(item: unknown): string | undefined {
  return typeof item === "string" ? item : undefined;
}

function codeOf(item: unknown): string | undefined {
  return isObject(item) && "code" in item ? textOf(item.code) : undefined;
}
