import type { Cell, FieldProperty, FormFields, KintoneRecord } from "../archive/records/kintone-app";
import { cellOf, rowsOf } from "../archive/records/understood";
import type { FieldGaps } from "../domain/record-copies";

/** Types that are in no record at all (kintone.dev, field types). */
const NEVER_IN_RECORDS = new Set(["GROUP", "REFERENCE_TABLE", "LABEL", "SPACER", "HR"]);

/** Finds the fields that the form has and the records lack: kintone leaves out what the user may not read, without a word. */
export interface MissingFields {
  see(record: KintoneRecord): void;
  found(): FieldGaps;
}

export function createMissingFields({ properties }: FormFields): MissingFields {
  const expected = expectedIn(properties);
  const tables = expected.flatMap(({ code, fields }) => (fields ? [{ table: code, inner: expectedIn(fields) }] : []));
  const missing = new Set<string>();
  const isKnown = (code: string) => code.startsWith("$") || Object.hasOwn(properties, code);
  let formIsOutdated = false;
  const compare = (fields: FieldProperty[], cells: Record<string, Cell>, prefix = "") => {
    for (const { code } of fields) if (!Object.hasOwn(cells, code)) missing.add(prefix + code);
  };
  return {
    see(record) {
      compare(expected, record);
      formIsOutdated ||= !Object.keys(record).every(isKnown);
      for (const { table, inner } of tables) {
        for (const { value } of rowsOf(cellOf(record, table))) compare(inner, value, `${table}.`);
      }
    },
    found: () => ({ missing: [...missing], formIsOutdated }),
  };
}

/** STATUS, STATUS_ASSIGNEE and CATEGORY are in the form even when they are switched off. */
function expectedIn(fields: Record<string, FieldProperty>): FieldProperty[] {
  return Object.values(fields).filter(({ type, enabled }) => !NEVER_IN_RECORDS.has(type) && enabled !== false);
}

/** What several looks found, together. */
export function createGapList() {
  const missing = new Set<string>();
  let formIsOutdated = false;
  return {
    add(gaps: FieldGaps) {
      for (const code of gaps.missing) missing.add(code);
      formIsOutdated ||= gaps.formIsOutdated;
    },
    all: (): FieldGaps => ({ missing: [...missing], formIsOutdated }),
  };
}
