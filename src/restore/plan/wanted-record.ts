import type { Cell, KintoneRecord } from "../../archive/records/kintone-app";
import { isObject, rowsOf } from "../../archive/records/understood";
import type { Replaced, Replacements, RestoreChoices } from "./restore-choices";

const KIND_OF: Readonly<Record<string, keyof Replaced>> = {
  ...{ USER_SELECT: "users", CREATOR: "users", MODIFIER: "users" },
  ORGANIZATION_SELECT: "organizations",
  GROUP_SELECT: "groups",
};

/** The record as it is to be in kintone: with others in the place of people, organizations, groups and options that are gone. */
export function wantedRecord(
  archived: KintoneRecord,
  { replaced, options }: Pick<RestoreChoices, "replaced" | "options">,
): KintoneRecord {
  // `fromEntries`, because a field may be called `__proto__`.
  const cellsOf = (cells: KintoneRecord): KintoneRecord =>
    Object.fromEntries(Object.entries(cells).map(([code, cell]) => [code, isObject(cell) ? wanted(code, cell) : cell]));

  function wanted(code: string, cell: Cell): Cell {
    if (cell.type === "SUBTABLE") {
      return { ...cell, value: rowsOf(cell).map(({ id, value }) => ({ id, value: cellsOf(value) })) };
    }
    const people = KIND_OF[cell.type];
    const ofOptions = Object.hasOwn(options, code) ? options[code] : undefined;
    const replacements = people ? replaced[people] : ofOptions;
    return replacements ? { ...cell, value: replacedIn(cell.value, replacements) } : cell;
  }
  return cellsOf(archived);
}

/** A single one that is left out leaves the cell empty; of several, the others stay. */
function replacedIn(value: unknown, replacements: Replacements): unknown {
  if (!Array.isArray(value)) return one(value, replacements);
  return value.map((item: unknown) => one(item, replacements)).filter((item) => item !== null);
}

function one(item: unknown, replacements: Replacements): unknown {
  const name: unknown = isObject(item) ? Reflect.get(item, "code") : item;
  if (typeof name !== "string" || !Object.hasOwn(replacements, name)) return item;
  const other = replacements[name] ?? null;
  return other !== null && isObject(item) ? { code: other } : other;
}
