import type { FieldProperty, FormFields, FormLayout, LayoutRow } from "./kintone-app";

/** A column of `records.csv`; for a table the column of its row ids, followed by the codes of the fields in it. */
export interface CsvColumn {
  code: string;
  type: string;
  inner: string[];
}

/** A field with values that CSV has no column for. */
export interface UnsupportedField {
  code: string;
  type: string;
  /** Code of the table that the field is in, when it is in one. */
  table?: string;
}

/** @kintone/cli 1.19.2, `record/export/schema/constants.js`. */
const IN_TABLES = new Set([
  "SINGLE_LINE_TEXT",
  "RADIO_BUTTON",
  "MULTI_LINE_TEXT",
  "NUMBER",
  "RICH_TEXT",
  "LINK",
  "DROP_DOWN",
  "CALC",
  "DATETIME",
  "DATE",
  "TIME",
  "MULTI_SELECT",
  "CHECK_BOX",
  "FILE",
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
]);

/** Where a system field goes that the layout does not show. */
const SYSTEM_FIELDS = ["RECORD_NUMBER", "CREATOR", "CREATED_TIME", "MODIFIER", "UPDATED_TIME"];

const OUTSIDE_TABLES = new Set([...IN_TABLES, ...SYSTEM_FIELDS, "SUBTABLE"]);

/** They are in a form, but have no value in a record (OpenAPI 20250423, record cells). */
const WITHOUT_VALUE = new Set(["GROUP", "REFERENCE_TABLE", "LABEL", "SPACER", "HR"]);

/** The columns in cli-kintone's order (`record/export/schema/transformers/formLayout.js`), and the fields without one. */
export function csvColumns(
  form: FormFields,
  layout: FormLayout,
): { columns: CsvColumn[]; unsupported: UnsupportedField[] } {
  const fields = Object.values(form.properties);
  const columns = fields
    .filter(({ type }) => OUTSIDE_TABLES.has(type))
    .sort(byLayout(positions(flattened(layout.layout))))
    .map((field) => ({ code: field.code, type: field.type, inner: innerColumns(field, layout) }));
  const unsupported = [
    ...withoutColumn(fields, OUTSIDE_TABLES),
    ...fields.flatMap((table) =>
      withoutColumn(innerFields(table), IN_TABLES).map((field) => ({ ...field, table: table.code })),
    ),
  ];
  return { columns, unsupported };
}

function innerFields(field: FieldProperty): FieldProperty[] {
  return field.type === "SUBTABLE" ? Object.values(field.fields ?? {}) : [];
}

function withoutColumn(fields: FieldProperty[], supported: ReadonlySet<string>): UnsupportedField[] {
  return fields
    .filter(({ type, enabled }) => !supported.has(type) && !WITHOUT_VALUE.has(type) && enabled !== false)
    .map(({ code, type }) => ({ code, type }));
}

/** Fields of a table in a group keep the order of the form's fields, because cli-kintone looks for tables outside groups only. */
function innerColumns(table: FieldProperty, layout: FormLayout): string[] {
  const codes = innerFields(table)
    .filter(({ type }) => IN_TABLES.has(type))
    .map(({ code }) => code);
  const row = layout.layout.find(({ type, code }) => type === "SUBTABLE" && code === table.code);
  if (!row) return codes;
  const position = positions((row.fields ?? []).map(({ code }) => code));
  // Not antisymmetric when neither is in the layout; the order that comes out is cli-kintone's.
  return codes.sort((a, b) => {
    const [atA, atB] = [position.get(a), position.get(b)];
    if (atA === undefined) return 1;
    if (atB === undefined) return -1;
    return atA - atB;
  });
}

function byLayout(position: Map<string, number>): (a: FieldProperty, b: FieldProperty) => number {
  return (a, b) => {
    const [atA, atB] = [position.get(a.code), position.get(b.code)];
    if (atA !== undefined && atB !== undefined) return atA - atB;
    if (atA !== undefined) return b.type === "RECORD_NUMBER" ? 1 : -1;
    if (atB !== undefined) return a.type === "RECORD_NUMBER" ? -1 : 1;
    return SYSTEM_FIELDS.indexOf(a.type) - SYSTEM_FIELDS.indexOf(b.type);
  };
}

/** The codes of a form from top to bottom, groups opened. */
function flattened(rows: LayoutRow[]): Array<string | undefined> {
  return rows.flatMap((row) => {
    if (row.type === "GROUP") return flattened(row.layout ?? []);
    const inner = (row.fields ?? []).map(({ code }) => code);
    return row.type === "SUBTABLE" ? [row.code, ...inner] : inner;
  });
}

/** Where each code stands first. */
function positions(codes: Array<string | undefined>): Map<string, number> {
  const found = new Map<string, number>();
  for (const [index, code] of codes.entries()) if (code !== undefined && !found.has(code)) found.set(code, index);
  return found;
}
