import type { Rest } from "../rest";

/** A field as `app/form/fields.json` defines it, as far as the screens need it. */
export interface FieldProperty {
  type: string;
  code: string;
  label: string;
  noLabel?: boolean;
  required?: boolean;
  defaultValue?: unknown;
  defaultNowValue?: boolean;
  options?: Record<string, { label: string; index: string }>;
  align?: "HORIZONTAL" | "VERTICAL";
  unit?: string;
  unitPosition?: "BEFORE" | "AFTER";
  digit?: boolean;
  openGroup?: boolean;
  protocol?: "WEB" | "CALL" | "MAIL";
  expression?: string;
  enabled?: boolean;
  fields?: Record<string, FieldProperty>;
  lookup?: { relatedApp: { app: string }; fieldMappings: Array<{ field: string }> };
  referenceTable?: ReferenceTable | null;
}

export interface ReferenceTable {
  relatedApp: { app: string };
  condition: { field: string; relatedField: string };
  filterCond: string;
  displayFields: string[];
  sort: string;
  size: string;
}

/** A row of `app/form/layout.json`. */
export type LayoutRow =
  | { type: "ROW"; fields: LayoutField[] }
  | { type: "SUBTABLE"; code: string; fields: LayoutField[] }
  | { type: "GROUP"; code: string; layout: Array<{ type: "ROW"; fields: LayoutField[] }> };

export interface LayoutField {
  type: string;
  code?: string;
  label?: string;
  elementId?: string;
  size?: { width?: string; height?: string; innerHeight?: string };
}

export interface Form {
  properties: Record<string, FieldProperty>;
  layout: LayoutRow[];
}

/** The form of an app, in the language of the user. */
export async function readForm(rest: Rest, app: string): Promise<Form> {
  const [{ properties }, { layout }] = await Promise.all([
    rest.call<Pick<Form, "properties">>("/k/v1/app/form/fields", "GET", { app, lang: "user" }),
    rest.call<Pick<Form, "layout">>("/k/v1/app/form/layout", "GET", { app }),
  ]);
  for (const row of layout) if (row.type === "SUBTABLE") orderColumns(properties[row.code], row.fields);
  return { properties, layout };
}

/** A table's columns stand in the order of the layout; the answer of `fields` has an order of its own. */
function orderColumns(table: FieldProperty | undefined, columns: readonly LayoutField[]): void {
  if (!table?.fields) return;
  const { fields } = table;
  table.fields = Object.fromEntries(columns.flatMap(({ code = "" }) => (fields[code] ? [[code, fields[code]]] : [])));
}

/** Options in the order in which the form shows them. */
export function optionsOf(property: FieldProperty): string[] {
  return Object.entries(property.options ?? {})
    .sort(([, a], [, b]) => Number(a.index) - Number(b.index))
    .map(([name]) => name);
}
