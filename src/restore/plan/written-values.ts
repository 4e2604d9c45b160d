import type { Cell, FieldProperty, FormFields, KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf, isObject, rowsOf } from "../../archive/records/understood";
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
  /** Some fields of a record that is there. Rows of tables keep their ids where `present` has them, and those that it alone has go. */
  ofChange(
    record: KintoneRecord,
    codes: readonly string[],
    fileKeys: FileKeys,
    present: KintoneRecord | undefined,
  ): RecordValues;
}

const STAMPS: ReadonlySet<string> = new Set(["CREATOR", "CREATED_TIME", "MODIFIER", "UPDATED_TIME"]);

export function createValueWriter({ form, fields }: WritingOptions): ValueWriter {
  const roles = rolesOf(form);
  const isWritten = ({ code }: FieldProperty) => fields.has(code) && roles.get(code) === "written";
  const written = Object.values(form.properties).filter(isWritten);
  const stamped = Object.values(form.properties).filter(({ type }) => STAMPS.has(type));

  function valueOf(property: FieldProperty, cell: Cell, keys: FileKeys, rows?: ReadonlySet<string>): unknown {
    if (property.type !== "SUBTABLE") return plainValue(property.code, cell, keys);
    const inner = Object.values(property.fields ?? {}).filter(isWritten);
    return rowsOf(cell).map(({ id, value, rowIndex }) => ({
      ...(rows?.has(id) && { id }),
      value: valuesOf(inner, value, (each) => keys({ ...each, rowIndex })),
    }));
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
        const rows = present && new Set(rowsOf(cellOf(present, property.code)).map(({ id }) => id));
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
