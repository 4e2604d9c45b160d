import type { Attachment } from "../../archive/records/attachments-of-record";
import { attachmentsOfRecord } from "../../archive/records/attachments-of-record";
import type { Cell, FieldProperty, FormFields, KintoneRecord } from "../../archive/records/kintone-app";
import { isObject, rowsOf } from "../../archive/records/understood";

/** Fields of an archive under the codes that they have in the app. */
export interface Renaming {
  code(archived: string): string;
  record(archived: KintoneRecord): KintoneRecord;
  form(archived: FormFields): FormFields;
  /** The files of a renamed record, at the paths that they have in the archive, which are made of its codes. */
  attachmentsOf(renamed: KintoneRecord): Attachment[];
}

/** @param renamed the archive's codes, and the app's; a code is there once in an app, in tables too */
export function createRenaming(renamed: Readonly<Record<string, string>>): Renaming {
  const names = new Map(Object.entries(renamed));
  if (names.size === 0) {
    return { code: same, record: same, form: same, attachmentsOf: (record) => attachmentsOfRecord(record) };
  }
  const backwards = new Map([...names].map(([own, other]) => [other, own]));
  const code = (archived: string) => names.get(archived) ?? archived;
  return {
    code,
    record: (archived) => cellsUnder(archived, names),
    form: (archived) => ({ ...archived, properties: propertiesUnder(archived.properties, names) }),
    attachmentsOf(record) {
      const inArchive = countedIn(attachmentsOfRecord(cellsUnder(record, backwards)));
      const paths = new Map(inArchive.map(({ place, path }) => [place(code), path]));
      return countedIn(attachmentsOfRecord(record)).map(({ place, ...attachment }) => ({
        ...attachment,
        path: paths.get(place(same)) ?? attachment.path,
      }));
    },
  };
}

const same = <Thing>(thing: Thing): Thing => thing;

type Names = ReadonlyMap<string, string>;

/** `fromEntries`, because a field may be called `__proto__`. */
function cellsUnder(cells: KintoneRecord, names: Names): KintoneRecord {
  return Object.fromEntries(
    Object.entries(cells).map(([code, cell]) => [names.get(code) ?? code, isObject(cell) ? inner(cell, names) : cell]),
  );
}

function inner(cell: Cell, names: Names): Cell {
  if (cell.type !== "SUBTABLE") return cell;
  return { ...cell, value: rowsOf(cell).map(({ id, value }) => ({ id, value: cellsUnder(value, names) })) };
}

function propertiesUnder(properties: Record<string, FieldProperty>, names: Names): Record<string, FieldProperty> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, property]) => {
      const code = names.get(key) ?? key;
      const { fields } = property;
      return [code, { ...property, code, ...(fields && { fields: propertiesUnder(fields, names) }) }];
    }),
  );
}

/** With the place of each file, as its field is called by somebody. */
function countedIn(attachments: readonly Attachment[]) {
  const counted = new Map<string, number>();
  return attachments.map((attachment) => {
    const { field, rowIndex } = attachment;
    const cell = `${field} ${rowIndex ?? ""}`;
    const at = counted.get(cell) ?? 0;
    counted.set(cell, at + 1);
    return { ...attachment, place: (named: (code: string) => string) => `${named(field)} ${rowIndex ?? ""} ${at}` };
  });
}
