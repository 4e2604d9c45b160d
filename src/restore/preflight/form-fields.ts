import type { Cell, FieldProperty, FormFields, KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf, rowsOf } from "../../archive/records/understood";
import { rolesOf } from "../compare/field-roles";
import type { NamedField } from "./obstacle";

/** A field of a form, and the table that it is in. */
export interface PlacedProperty {
  property: FieldProperty;
  table?: string;
}

/** All fields of a form, those in tables behind their table. */
export function placedProperties({ properties }: Pick<FormFields, "properties">): PlacedProperty[] {
  return Object.values(properties).flatMap((property) => [
    { property },
    ...Object.values(property.fields ?? {}).map((inner) => ({ property: inner, table: property.code })),
  ]);
}

/** Those whose values a restore writes; a table as such has none of its own. */
export function writtenProperties(form: Pick<FormFields, "properties">, fields: ReadonlySet<string>): PlacedProperty[] {
  const roles = rolesOf(form);
  return placedProperties(form).filter(
    ({ property: { code, type } }) => roles.get(code) === "written" && fields.has(code) && type !== "SUBTABLE",
  );
}

export function namedField({ property: { code, label }, table }: PlacedProperty): NamedField {
  return { field: code, label: label ?? code, ...(table !== undefined && { table }) };
}

/** The cells of a field in a record: one, or one in each row of its table. */
export function cellsOf(record: KintoneRecord, { property, table }: PlacedProperty): Array<Cell | undefined> {
  if (table === undefined) return [cellOf(record, property.code)];
  return rowsOf(cellOf(record, table)).map(({ value }) => cellOf(value, property.code));
}

/** The code that a plan names: that of the table for what is in one. */
export const plannedCode = ({ property, table }: PlacedProperty): string => table ?? property.code;
