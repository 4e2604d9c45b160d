import { decorations, systemTypes } from "./form";
import type { LayoutField, LayoutRow, Properties, Property } from "./form";
import { asKeptMarkup } from "./markup";

/** The layout that kintone gives a form whose fields were only added: one row per field, tables on their own. */
export function plainLayout(properties: Properties): LayoutRow[] {
  return Object.values(properties)
    .filter((property) => !systemTypes.has(property.type))
    .map(rowOf);
}

export function rowOf(property: Property): LayoutRow {
  if (property.type === "SUBTABLE") {
    const fields = Object.values(property.fields ?? {}).map((field) => layoutField(field));
    return { type: "SUBTABLE", code: property.code, fields };
  }
  if (property.type === "GROUP") return { type: "GROUP", code: property.code, layout: [] };
  return { type: "ROW", fields: [layoutField(property)] };
}

const layoutField = ({ type, code }: Property): LayoutField => withSize({ type, code });

const standardWidth = "193";
const standardHeight = "125";

/** The layout with the sizes that it leaves out. */
export const withSizes = (layout: LayoutRow[]): LayoutRow[] => mapFields(layout, (fields) => fields.map(withSize));

export const mapFields = (layout: LayoutRow[], map: (fields: LayoutField[]) => LayoutField[]): LayoutRow[] =>
  layout.map((row) =>
    row.type === "GROUP"
      ? { ...row, layout: row.layout.map((inner) => ({ ...inner, fields: map(inner.fields) })) }
      : { ...row, fields: map(row.fields) },
  );

/** Kept as kintone keeps it; a label is HTML. */
const decorated = ({ label, ...field }: LayoutField): LayoutField => ({
  ...field,
  ...(label !== undefined && { label: asKeptMarkup(label) }),
  elementId: field.elementId ?? "",
});

/**
 * A field of a layout with the sizes that its type has (OpenAPI 20250423; the standard sizes are our own). Decorations have an
 * element id, empty when none is given (captured in 2026; cybozu.dev API updates of February 2026).
 */
function withSize(field: LayoutField): LayoutField {
  const { size, ...rest } = decorations.has(field.type) ? decorated(field) : field;
  switch (field.type) {
    case "REFERENCE_TABLE":
      return rest;
    case "MULTI_LINE_TEXT":
    case "RICH_TEXT":
      return { ...rest, size: { width: standardWidth, innerHeight: standardHeight, ...size } };
    case "SPACER":
      return { ...rest, size: { width: standardWidth, height: "", ...size } };
    default:
      return { ...rest, size: { width: standardWidth, ...size } };
  }
}
