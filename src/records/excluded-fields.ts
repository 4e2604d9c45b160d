import type { Cell, FieldProperty, FormFields, KintoneRecord, TableRow } from "../archive/records/kintone-app";

/** Takes excluded fields out of forms and records. What is given in is never changed. */
export interface Exclusion {
  readonly codes: readonly string[];
  /** Whether there is anything that it takes out. */
  readonly excludes: boolean;
  /** The form of what is left, for the columns of a CSV; a table stays, even without fields. */
  formWithout(form: FormFields): FormFields;
  /** The record without the cells, in the same order otherwise; the same object when nothing is excluded. */
  recordWithout(record: KintoneRecord): KintoneRecord;
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

  const rowWithout = (row: TableRow): TableRow => ({ ...row, value: without(row.value, (cell) => cell) });

  const cellWithout = (cell: Cell): Cell =>
    cell.type === "SUBTABLE" && Array.isArray(cell.value)
      ? { ...cell, value: (cell.value as TableRow[]).map(rowWithout) }
      : cell;

  return {
    codes,
    excludes: excluded.size > 0,
    formWithout: (form) =>
      excluded.size === 0 ? form : { ...form, properties: without(form.properties, fieldWithout) },
    recordWithout: (record) => (excluded.size === 0 ? record : without(record, cellWithout)),
    unknownIn({ properties }) {
      const known = new Set(
        Object.entries(properties).flatMap(([code, field]) => [code, ...Object.keys(field.fields ?? {})]),
      );
      return [...new Set(codes)].filter((code) => !known.has(code));
    },
  };
}
