import type { Cell, FieldProperty, FormFields, KintoneRecord } from "../../../../src/archive/records/kintone-app";

export const field = (type: string, code: string, more: Partial<FieldProperty> = {}): FieldProperty => ({
  type,
  code,
  label: code,
  ...more,
});

export const table = (code: string, ...fields: FieldProperty[]): FieldProperty =>
  field("SUBTABLE", code, { fields: Object.fromEntries(fields.map((inner) => [inner.code, inner])) });

export const form = (...fields: FieldProperty[]): FormFields => ({
  properties: Object.fromEntries(fields.map((property) => [property.code, property])),
  revision: "1",
});

export const cell = (type: string, value: unknown): Cell => ({ type, value });

/** One record per value of its only field. */
export const recordsOf = (type: string, code: string, values: readonly unknown[]): KintoneRecord[] =>
  values.map((value) => ({ [code]: cell(type, value) }));
