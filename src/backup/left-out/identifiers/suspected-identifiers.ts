import type { FieldProperty, FormFields, KintoneRecord } from "../../../archive/records/kintone-app";
import { cellOf, rowsOf } from "../../../archive/records/understood";
import type { IdentifierKind } from "./identifier-kind";
import { kindByValues } from "./identifier-values";
import { kindByName } from "./kind-by-name";

/** A field that looks as if it held personal identifiers. */
export interface SuspectedIdentifier {
  /** Its code. */
  field: string;
  /** Code of the table that it is in. */
  table?: string;
  /** As people see it; the code where it has none. */
  label: string;
  kind: IdentifierKind;
  /** What gave it away. */
  evidence: "name" | "values";
}

/**
 * The fields of a form that look as if they held personal identifiers, tables opened, in the order of the form. A name that
 * speaks of one decides; otherwise the values of the sample do. More records make the second surer.
 */
export function suspectedIdentifiers(form: FormFields, sample: readonly KintoneRecord[]): SuspectedIdentifier[] {
  const fields = Object.values(form.properties);
  const origins = originsByField(fields);
  return fields.flatMap((field): SuspectedIdentifier[] => {
    if (field.type !== "SUBTABLE")
      return suspected(field, [...namesOf(field), ...(origins.get(field.code) ?? [])], sample);
    const rows = sample.flatMap((record) => rowsOf(cellOf(record, field.code)).map(({ value }) => value));
    return Object.values(field.fields ?? {}).flatMap((inner) => {
      const names = [...namesOf(inner), ...namesInTable(inner, field), ...(origins.get(inner.code) ?? [])];
      return suspected(inner, names, rows).map((found) => ({ ...found, table: field.code }));
    });
  });
}

function suspected(
  field: FieldProperty,
  names: readonly string[],
  sample: readonly KintoneRecord[],
): SuspectedIdentifier[] {
  const facts = { field: field.code, label: field.label ?? field.code };
  const named = kindByName(field.type, names);
  if (named) return [{ ...facts, kind: named, evidence: "name" }];
  const values = sample.map((cells) => cellOf(cells, field.code)?.value);
  const valued = kindByValues(field, values);
  return valued ? [{ ...facts, kind: valued, evidence: "values" }] : [];
}

function namesOf({ code, label }: FieldProperty): string[] {
  return label === undefined ? [code] : [label, code];
}

/** 番号 in a table called マイナンバー says what it is only together with it. */
const NUMBER_OF_THE_TABLE = /^(?:番号|ナンバー|コード|number|num|no|code|号码|號碼|编号|編號)\.?\d*$/iu;

function namesInTable(inner: FieldProperty, table: FieldProperty): string[] {
  const numbers = namesOf(inner).filter((name) => NUMBER_OF_THE_TABLE.test(name.normalize("NFKC").trim()));
  return namesOf(table).flatMap((tableName) => numbers.map((name) => `${tableName} ${name}`));
}

/** A lookup fills fields from those of another app, which may have the more telling names. */
function originsByField(fields: readonly FieldProperty[]): Map<string, string[]> {
  const origins = new Map<string, string[]>();
  const all = fields.flatMap((field) => [field, ...Object.values(field.fields ?? {})]);
  for (const { lookup } of all) {
    for (const { field, relatedField } of lookup?.fieldMappings ?? []) {
      origins.set(field, [...(origins.get(field) ?? []), relatedField]);
    }
  }
  return origins;
}
