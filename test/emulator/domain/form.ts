import type { Entity } from "./people";

/** A field of a form, with the keys of `app/form/fields.json`. Which keys are there depends on the type. */
export interface Property {
  type: string;
  code: string;
  label: string;
  noLabel?: boolean;
  required?: boolean;
  unique?: boolean;
  defaultValue?: unknown;
  defaultNowValue?: boolean;
  minLength?: string;
  maxLength?: string;
  minValue?: string;
  maxValue?: string;
  digit?: boolean;
  displayScale?: string;
  unit?: string;
  unitPosition?: string;
  expression?: string;
  hideExpression?: boolean;
  format?: string;
  protocol?: string;
  options?: Record<string, { label: string; index: string | number }>;
  align?: string;
  entities?: Entity[];
  thumbnailSize?: string;
  openGroup?: boolean;
  enabled?: boolean;
  fields?: Properties;
  lookup?: Lookup;
  referenceTable?: ReferenceTable;
}

export type Properties = Record<string, Property>;

export interface Lookup {
  relatedApp: RelatedApp;
  relatedKeyField: string;
  fieldMappings: Array<{ field: string; relatedField: string }>;
  lookupPickerFields: string[];
  filterCond: string;
  sort: string;
}

export interface ReferenceTable {
  relatedApp: RelatedApp;
  condition: { field: string; relatedField: string };
  filterCond: string;
  displayFields: string[];
  sort: string;
  size: string;
}

export interface LayoutField {
  type: string;
  code?: string;
  label?: string;
  elementId?: string;
  size?: Record<string, string>;
}

/** As requests and answers name the app that a lookup or related records take from. */
export interface RelatedApp {
  app: string;
  code: string;
}

export type LayoutRow =
  | { type: "ROW"; fields: LayoutField[] }
  | { type: "SUBTABLE"; code: string; fields: LayoutField[] }
  | { type: "GROUP"; code: string; layout: Array<{ type: "ROW"; fields: LayoutField[] }> };

/** Codes of system fields follow the language of the app's creator (cybozu.dev add-preview-app). */
const systemFieldNames: Record<string, { ja: string; en: string }> = {
  RECORD_NUMBER: { ja: "レコード番号", en: "Record_number" },
  CREATOR: { ja: "作成者", en: "Created_by" },
  CREATED_TIME: { ja: "作成日時", en: "Created_datetime" },
  MODIFIER: { ja: "更新者", en: "Updated_by" },
  UPDATED_TIME: { ja: "更新日時", en: "Updated_datetime" },
};
const namedOnlyFields: Record<string, { ja: string; en: string }> = {
  CATEGORY: { ja: "カテゴリー", en: "Categories" },
  STATUS: { ja: "ステータス", en: "Status" },
  STATUS_ASSIGNEE: { ja: "作業者", en: "Assignee" },
};

/** Types that every app has, whether they are on the form or not. */
export const systemTypes = new Set([...Object.keys(systemFieldNames), ...Object.keys(namedOnlyFields)]);
/** Types without a value in records. */
export const valuelessTypes = new Set(["GROUP", "REFERENCE_TABLE", "LABEL", "SPACER", "HR"]);

/** Adds the system fields that a form lacks. */
export function withSystemFields(properties: Properties, language: string): Properties {
  const text = (names: { ja: string; en: string }) => (language === "ja" ? names.ja : names.en);
  const types = new Set(Object.values(properties).map((property) => property.type));
  const complete: Properties = { ...properties };
  for (const [type, names] of Object.entries(systemFieldNames)) {
    if (!types.has(type)) complete[text(names)] = completeSystemField({ type, code: text(names), label: text(names) });
  }
  for (const [type, names] of Object.entries(namedOnlyFields)) {
    if (!types.has(type)) complete[text(names)] = completeSystemField({ type, code: text(names), label: text(names) });
  }
  return complete;
}

/** With the keys that kintone answers for a system field, when they are left out. */
export const completeSystemField = (property: Property): Property => ({
  ...(Object.hasOwn(namedOnlyFields, property.type) ? { enabled: false } : { noLabel: false }),
  ...property,
});

/** The field with this code, also inside a table; `table` is then the table's code. */
export function findField(properties: Properties, code: string): { property: Property; table?: string } | undefined {
  const direct = Object.hasOwn(properties, code) ? properties[code] : undefined;
  if (direct) return { property: direct };
  for (const table of Object.values(properties)) {
    const inner = table.fields && Object.hasOwn(table.fields, code) ? table.fields[code] : undefined;
    if (inner) return { property: inner, table: table.code };
  }
  return undefined;
}

export const fieldOfType = (properties: Properties, type: string): Property | undefined =>
  Object.values(properties).find((property) => property.type === type);

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

/**
 * A field of a layout with what its type has: sizes (OpenAPI 20250423; the standard ones are our own), and of what is no field an element
 * id (https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/get-form-layout, February 2026; that it is "" when there is none is UNCONFIRMED).
 */
function withSize(field: LayoutField): LayoutField {
  const { size, ...rest } = field;
  switch (field.type) {
    case "LABEL":
    case "HR":
      return { ...rest, elementId: field.elementId ?? "", size: { width: standardWidth, ...size } };
    case "REFERENCE_TABLE":
      return rest;
    case "MULTI_LINE_TEXT":
    case "RICH_TEXT":
      return { ...rest, size: { width: standardWidth, innerHeight: standardHeight, ...size } };
    case "SPACER":
      return {
        ...rest,
        elementId: field.elementId ?? "",
        size: { width: standardWidth, height: "", ...size },
      };
    default:
      return { ...rest, size: { width: standardWidth, ...size } };
  }
}

/** The properties with every related app as `relate` has it. */
export function mapRelatedApps(properties: Properties, relate: (app: RelatedApp) => RelatedApp): Properties {
  const entries = Object.entries(properties).map(([code, property]): [string, Property] => {
    const { lookup, referenceTable, fields } = property;
    if (!lookup && !referenceTable && !fields) return [code, property];
    return [
      code,
      {
        ...property,
        ...(lookup && { lookup: { ...lookup, relatedApp: relate(lookup.relatedApp) } }),
        ...(referenceTable && { referenceTable: { ...referenceTable, relatedApp: relate(referenceTable.relatedApp) } }),
        ...(fields && { fields: mapRelatedApps(fields, relate) }),
      },
    ];
  });
  return Object.fromEntries(entries);
}
