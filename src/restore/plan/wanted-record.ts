import type { Cell, FieldProperty, FormFields, KintoneRecord } from "../../archive/records/kintone-app";
import { isObject, rowsOf } from "../../archive/records/understood";
import { isEmptyValue } from "./empty-value";
import { createRenaming } from "./renaming";
import { numberNow, type RecordNumbers } from "./record-numbers";
import type { GivenValue, People, Replacements, RestoreChoices } from "./restore-choices";

const KIND_OF: Readonly<Record<string, People>> = {
  ...{ USER_SELECT: "users", CREATOR: "users", MODIFIER: "users" },
  ORGANIZATION_SELECT: "organizations",
  GROUP_SELECT: "groups",
};

/** What people decided that a record of the archive should be in kintone. */
export interface WantedRecords {
  /**
   * With others in the place of people, organizations, groups and options that are gone, under the codes that fields have in the app. By it, records
   * are compared.
   */
  compared(archived: KintoneRecord): KintoneRecord;
  /** The same with what is given where it has nothing: as it is to be written. */
  written(archived: KintoneRecord): KintoneRecord;
}

type Decisions = Pick<RestoreChoices, "replaced" | "options" | "renamed" | "given">;

/**
 * @param form the app's now
 * @param numbers of records that lookups name, by the codes that the lookups have now
 */
export function createWantedRecords(
  { replaced, options, renamed, given }: Decisions,
  { properties }: Pick<FormFields, "properties">,
  numbers: RecordNumbers = new Map(),
): WantedRecords {
  const { record: underPresentCodes } = createRenaming(renamed);
  const isGiven = Object.keys(given).length > 0;

  // `fromEntries`, because a field may be called `__proto__`.
  const cellsOf = (cells: KintoneRecord): KintoneRecord =>
    Object.fromEntries(Object.entries(cells).map(([code, cell]) => [code, isObject(cell) ? wanted(code, cell) : cell]));

  function wanted(code: string, cell: Cell): Cell {
    if (cell.type === "SUBTABLE") {
      return { ...cell, value: rowsOf(cell).map(({ id, value }) => ({ id, value: cellsOf(value) })) };
    }
    const ofApp = numbers.get(code);
    if (ofApp) return numberNow(cell, ofApp);
    const people = KIND_OF[cell.type];
    const ofOptions = Object.hasOwn(options, code) ? options[code] : undefined;
    const replacements = people ? replaced[people] : ofOptions;
    return replacements ? { ...cell, value: replacedIn(cell.value, replacements) } : cell;
  }

  function filled(cells: KintoneRecord, fields: Readonly<Record<string, FieldProperty>>): KintoneRecord {
    const others = Object.values(fields).flatMap(({ code, type, fields: inner }): Array<[string, Cell]> => {
      const cell = Object.hasOwn(cells, code) ? cells[code] : undefined;
      if (inner) {
        const rows = rowsOf(cell).map(({ id, value }) => ({ id, value: filled(value, inner) }));
        return cell ? [[code, { ...cell, value: rows }]] : [];
      }
      const value = Object.hasOwn(given, code) ? given[code] : undefined;
      return value !== undefined && isEmptyValue(cell?.value) ? [[code, { type, value: cellValue(type, value) }]] : [];
    });
    return { ...cells, ...Object.fromEntries(others) };
  }

  const isReplaced =
    numbers.size > 0 ||
    [...Object.values(replaced), ...Object.values(options)].some((each) => Object.keys(each).length > 0);
  const compared = (archived: KintoneRecord) => {
    const record = underPresentCodes(archived);
    return isReplaced ? cellsOf(record) : record;
  };
  return {
    compared,
    written: (archived) => (isGiven ? filled(compared(archived), properties) : compared(archived)),
  };
}

/** A given value as kintone gives it in a record. */
function cellValue(type: string, value: GivenValue): unknown {
  if (Object.hasOwn(KIND_OF, type)) return [value].flat().map((code) => ({ code }));
  return value;
}

/** A single one that is left out leaves the cell empty; of several, the others stay. Nobody is there twice who stands in the place of several, or of a neighbour. */
function replacedIn(value: unknown, replacements: Replacements): unknown {
  if (!Array.isArray(value)) return one(value, replacements);
  const items = value.map((item: unknown) => one(item, replacements)).filter((item) => item !== null);
  return [...new Map(items.map((item) => [nameOf(item), item])).values()];
}

const nameOf = (item: unknown): unknown => (isObject(item) ? Reflect.get(item, "code") : item);

function one(item: unknown, replacements: Replacements): unknown {
  const name = nameOf(item);
  if (typeof name !== "string" || !Object.hasOwn(replacements, name)) return item;
  const other = replacements[name] ?? null;
  return other !== null && isObject(item) ? { code: other } : other;
}
