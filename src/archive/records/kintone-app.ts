/**
 * As much of kintone's record and form JSON as the archive format needs. Anything else in an answer is kept as it came:
 * a field type that did not exist when this was written must still reach `records.jsonl`.
 */

/** One cell: `{"type": T, "value": V}`. */
export interface Cell {
  type: string;
  value: unknown;
}

/** A record as the REST API gives it: field code to cell, with `$id` and `$revision`. */
export type KintoneRecord = Record<string, Cell>;

/** A file in the cell of a FILE field. `size` is a string of digits on the wire. */
export interface FileCellItem {
  fileKey: string;
  name: string;
  size: string;
  contentType: string;
}

/** A comment as `record/comments.json` gives it. Kept whole, whatever else is in it. */
export interface KintoneComment {
  id: string;
}

/** A row in the cell of a SUBTABLE field. */
export interface TableRow {
  id: string;
  value: Record<string, Cell>;
}

/** A field's definition in `app/form/fields.json`. */
export interface FieldProperty {
  type: string;
  code: string;
  label?: string;
  /** The formula of a CALC field, or of a text that is calculated. */
  expression?: string;
  /** Of a field that is filled from another app. */
  lookup?: { fieldMappings?: Array<{ field: string; relatedField: string }> };
  /** Of STATUS, STATUS_ASSIGNEE and CATEGORY: whether the app uses it. */
  enabled?: boolean;
  /** The fields of a SUBTABLE. */
  fields?: Record<string, FieldProperty>;
}

/** The answer of `app/form/fields.json`. */
export interface FormFields {
  properties: Record<string, FieldProperty>;
  revision: string;
}

/** A row of a form: ROW and SUBTABLE have `fields`, GROUP has `layout`. */
export interface LayoutRow {
  type: string;
  code?: string;
  fields?: Array<{ type: string; code?: string }>;
  layout?: LayoutRow[];
}

/** The answer of `app/form/layout.json`. */
export interface FormLayout {
  layout: LayoutRow[];
  revision: string;
}
