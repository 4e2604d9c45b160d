import type { Cell, FieldProperty, FormFields, KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf, filesOf, isObject, rowsOf } from "../../archive/records/understood";
import type { RecordValues } from "../../domain/record-store";
import { rolesOf } from "../compare/field-roles";

/** The key that puts a file of a record into a cell of kintone; `undefined` for one that is not to be had. */
export type FileKeys = (place: { field: string; rowIndex?: number; at: number }) => string | undefined;

interface WritingOptions {
  /** The app's form now. */
  form: FormFields;
  /** Codes of the fields, those in tables too, that archive and app have alike. */
  fields: ReadonlySet<string>;
}

/** Turns records into what kintone takes of them. */
export interface ValueWriter {
  /**
   * All of a new record, with what is empty: a field that is left out would get its default value (cybozu.dev add-records).
   *
   * @param stamps whether who made and changed it, and when, may be said; only for those who manage the app (cybozu.dev add-records)
   */
  ofNew(record: KintoneRecord, fileKeys: FileKeys, stamps: boolean): RecordValues;
  /**
   * Some fields of a record that is there. Rows of tables keep their ids where `present` has them, and those that it alone has go. What is not put back of such a
   * row is sent as it is: whether a cell that is left out stays is UNCONFIRMED(cells-left-out-of-table).
   */
  ofChange(
    record: KintoneRecord,
    codes: readonly string[],
    fileKeys: FileKeys,
    present: KintoneRecord | undefined,
  ): RecordValues;
}

/** The rows of a table that a record has now, by their ids. */
type PresentRows = ReadonlyMap<string, KintoneRecord>;

const STAMPS: ReadonlySet<string> = new Set(["CREATOR", "CREATED_TIME", "MODIFIER", "UPDATED_TIME"]);

export function createValueWriter({ form, fields }: WritingOptions): ValueWriter {
  const roles = rolesOf(form);
  const isWritable = ({ code }: FieldProperty) => roles.get(code) === "written";
  const isWritten = (property: FieldProperty) => fields.has(property.code) && isWritable(property);
  const written = Object.values(form.properties).filter(isWritten);
  const stamped = Object.values(form.properties).filter(({ type }) => STAMPS.has(type));

  function valueOf(property: FieldProperty, cell: Cell, keys: FileKeys, rows?: PresentRows): unknown {
    if (property.type !== "SUBTABLE") return plainValue(property.code, cell, keys);
    const inner = Object.values(property.fields ?? {});
    return rowsOf(cell).map(({ id, value, rowIndex }) => {
      const now = rows?.get(id);
      return {
        ...(now && { id }),
        value: {
          ...(now && asItIs(inner.filter(isWritable), now)),
          ...valuesOf(inner.filter(isWritten), value, (each) => keys({ ...each, rowIndex })),
        },
      };
    });
  }

  function valuesOf(
    properties: readonly FieldProperty[],
    cells: KintoneRecord,
    keys: FileKeys,
    present?: KintoneRecord,
  ) {
    return Object.fromEntries(
      properties.flatMap((property) => {
        const cell = cellOf(cells, property.code);
        if (!cell) return [];
        const rows = present && presentRows(present, property.code);
        return [[property.code, { value: valueOf(property, cell, keys, rows) }]];
      }),
    );
  }

  return {
    ofNew: (record, keys, stamps) => ({
      ...valuesOf(written, record, keys),
      ...(stamps && valuesOf(stamped.filter(isBySomebody(record)), record, keys)),
    }),
    ofChange(record, codes, keys, present) {
      const chosen = new Set(codes);
      return valuesOf(
        written.filter(({ code }) => chosen.has(code)),
        record,
        keys,
        present ?? {},
      );
    },
  };
}

function presentRows(record: KintoneRecord, table: string): PresentRows {
  return new Map(rowsOf(cellOf(record, table)).map(({ id, value }) => [id, value]));
}

/** Cells as kintone gave them; its files by the keys that they have in the record (cybozu.dev update-record). */
function asItIs(properties: readonly FieldProperty[], cells: KintoneRecord): RecordValues {
  return Object.fromEntries(
    properties.flatMap(({ code }) => {
      const cell = cellOf(cells, code);
      const keys: FileKeys = ({ at }) => filesOf(cell)[at]?.fileKey;
      return cell ? [[code, { value: plainValue(code, cell, keys) }]] : [];
    }),
  );
}

/** Of people, organizations and groups kintone takes the code alone; of files, keys (cybozu.dev field-types). */
function plainValue(field: string, { type, value }: Cell, keys: FileKeys): unknown {
  if (type === "FILE") {
    const files = Array.isArray(value) ? value : [];
    return files.flatMap((_: unknown, at) => {
      const fileKey = keys({ field, at });
      return fileKey === undefined ? [] : [{ fileKey }];
    });
  }
  if (Array.isArray(value)) return value.map((item: unknown) => coded(item));
  return coded(value);
}

/** What is left out of a new record, as somebody who is gone may be, is who writes it, now. What an API token wrote is of nobody: UNCONFIRMED(creator-of-token). */
const isBySomebody =
  (record: KintoneRecord) =>
  ({ code }: FieldProperty): boolean => {
    const value = cellOf(record, code)?.value;
    return isObject(value) ? Reflect.get(value, "code") !== "" : value !== null && value !== undefined;
  };

const coded = (item: unknown): unknown => (isObject(item) && "code" in item ? { code: item.code } : item);
