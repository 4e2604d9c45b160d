import type { Cell, FieldProperty, FormFields, KintoneRecord, TableRow } from "../archive/records/kintone-app";
import { isObject } from "../archive/records/understood";
import { BackupError } from "../domain/errors";

/** Takes excluded fields out of forms and records. What is given in is never changed. */
export interface Exclusion {
  readonly codes: readonly string[];
  /** Whether there is anything that it takes out. */
  readonly excludes: boolean;
  /** The form of what is left, for the columns of a CSV; a table stays, even without fields. */
  formWithout(form: FormFields): FormFields;
  /**
   * The record without the cells, in the same order otherwise; the same object when nothing is excluded. Throws `BAD_RESPONSE` for a table that
   * is none: nobody knows what there would have to be taken out.
   */
  recordWithout(record: KintoneRecord): KintoneRecord;
  /** The same for a sample: records of which nobody knows what to take out are a matter of reading them. */
  understoodWithout(records: readonly KintoneRecord[]): KintoneRecord[];
  /** The codes that the form does not have, each once: of fields that were renamed, or mistyped. */
  unknownIn(form: FormFields): string[];
}

/** Without them a record has no name and no version. */
const NEVER_EXCLUDED = ["$id", "$revision"];

/**
 * A code outside tables stands for the cell, a table's code for the whole table, the code of a field in a table for its cell
 * in every row. Codes are unique in an app, in tables too (kintone help, フィールドコード).
 */
export function createExclusion(codes: readonly string[]): Exclusion {
  const excluded = new Set(codes);
  for (const code of NEVER_EXCLUDED) excluded.delete(code);

  // `fromEntries`, because a field may be called `__proto__`.
  function without<Member>(members: Record<string, Member>, rest: (member: Member) => Member): Record<string, Member> {
    const kept = Object.entries(members).filter(([code]) => !excluded.has(code));
    return Object.fromEntries(kept.map(([code, member]) => [code, rest(member)]));
  }

  const fieldWithout = (field: FieldProperty): FieldProperty =>
    field.fields ? { ...field, fields: without(field.fields, (inner) => inner) } : field;

  const rowWithout = (row: TableRow): TableRow => {
    if (!isObject(row) || !isObject(row.value)) throw notUnderstood();
    return { ...row, value: without(row.value, (cell) => cell) };
  };

  const cellWithout = (cell: Cell): Cell => {
    if (!isObject(cell) || cell.type !== "SUBTABLE") return cell;
    if (!Array.isArray(cell.value ?? [])) throw notUnderstood();
    return Array.isArray(cell.value) ? { ...cell, value: (cell.value as TableRow[]).map(rowWithout) } : cell;
  };

  const recordWithout = (record: KintoneRecord) => (excluded.size === 0 ? record : without(record, cellWithout));

  return {
    codes,
    excludes: excluded.size > 0,
    formWithout: (form) =>
      excluded.size === 0 ? form : { ...form, properties: without(form.properties, fieldWithout) },
    recordWithout,
    understoodWithout: (records) =>
      records.flatMap((record) => {
        try {
          return [recordWithout(record)];
        } catch {
          return [];
        }
      }),
    unknownIn({ properties }) {
      const known = new Set(
        Object.entries(properties).flatMap(([code, field]) => [code, ...Object.keys(field.fields ?? {})]),
      );
      return [...new Set(codes)].filter((code) => !known.has(code));
    },
  };
}

function notUnderstood(): BackupError {
  const text = "A table holds something else than rows, and fields are to be left out";
  return new BackupError("BAD_RESPONSE", text, { divisible: true });
}
