import type { Cell, FormFields, KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf, rowsOf } from "../../archive/records/understood";
import { comparableValue } from "./comparable-value";
import { type FieldRole, rolesOf } from "./field-roles";

/** A field that is another in kintone than in the archive. */
export interface FieldDifference {
  field: string;
  /** Of the table `field`, a field in it whose values differ while everything that a restore can write is the same. */
  inner?: string;
  role: FieldRole;
  /** The values of the two cells, as kintone gave them. */
  archived: unknown;
  present: unknown;
  /** The names and sizes of files are the same, and their bytes are not; `inner` is the field of the files, where it is in a table. */
  ofBytes?: true;
}

/** Compares records of an archive with those in kintone, field by field. */
export interface RecordComparer {
  differences(archived: KintoneRecord, present: KintoneRecord): FieldDifference[];
}

/** A restore itself makes them others, and a record that comes back has another number. */
const NEVER_KEPT: ReadonlySet<string> = new Set(["MODIFIER", "UPDATED_TIME", "RECORD_NUMBER"]);

/** A field that is compared. */
export interface ComparedField {
  code: string;
  role: FieldRole;
  /** Of a table: the roles of what is in it. */
  inner?: ReadonlyMap<string, FieldRole>;
}

/**
 * @param fields codes that both forms have with values of one kind; others are not compared, as nothing could come of it
 */
export function createRecordComparer(present: FormFields, fields: ReadonlySet<string>): RecordComparer {
  const compared = comparedFields(present, fields);
  return {
    differences: (archived, now) =>
      compared.flatMap(({ code, role, inner }): FieldDifference[] => {
        const [before, after] = [cellOf(archived, code), cellOf(now, code)];
        // A cell that the archive does not have was not readable; one that kintone does not give is not readable now.
        if (!before || !after) return [];
        if (inner) return tableDifferences(code, inner, before, after);
        if (comparableValue(before) === comparableValue(after)) return [];
        return [{ field: code, role, archived: before.value, present: after.value }];
      }),
  };
}

/** @param fields as for `createRecordComparer` */
export function comparedFields(present: FormFields, fields: ReadonlySet<string>): ComparedField[] {
  const roles = rolesOf(present);
  return Object.values(present.properties).flatMap(({ code, type, fields: inner }): ComparedField[] => {
    const role = roles.get(code) ?? "none";
    if (!fields.has(code) || role === "none" || NEVER_KEPT.has(type)) return [];
    if (type !== "SUBTABLE") return [{ code, role }];
    const codes = Object.keys(inner ?? {}).filter((each) => fields.has(each));
    return [{ code, role, inner: new Map(codes.map((each) => [each, roles.get(each) ?? "none"])) }];
  });
}

/** What of a cell a restore can write, as a text: of a table, that of its rows. */
export function comparableCell({ inner }: ComparedField, cell: Cell): string {
  return inner ? rowsText(cell, writtenIn(inner)) : comparableValue(cell);
}

const writtenIn = (inner: ReadonlyMap<string, FieldRole>) =>
  [...inner].flatMap(([code, role]) => (role === "written" ? [code] : []));

function tableDifferences(
  table: string,
  inner: ReadonlyMap<string, FieldRole>,
  before: Cell,
  after: Cell,
): FieldDifference[] {
  const values = { archived: before.value, present: after.value };
  const written = writtenIn(inner);
  if (rowsText(before, written) !== rowsText(after, written)) return [{ field: table, role: "written", ...values }];
  return [...inner].flatMap(([code, role]): FieldDifference[] => {
    if (role === "written" || role === "none" || rowsText(before, [code]) === rowsText(after, [code])) return [];
    return [{ field: table, inner: code, role, ...values }];
  });
}

/** Rows in their order, without their ids: a record that is added gets new ones. */
function rowsText(table: Cell, codes: readonly string[]): string {
  return JSON.stringify(
    rowsOf(table).map(({ value }) =>
      codes.map((code) => {
        const cell = cellOf(value, code);
        return cell ? comparableValue(cell) : null;
      }),
    ),
  );
}
