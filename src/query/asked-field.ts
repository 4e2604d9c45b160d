import type { FieldProperty, FormFields } from "../archive/records/kintone-app";
import type { Comparison } from "./query";
import { QueryError } from "./query-error";

/** The field of the form that a comparison asks for. */
export interface AskedField {
  code: string;
  /** kintone's name of the type; `__ID__` for `$id`. */
  type: string;
  /** The code of the table that it is in. */
  table?: string;
  /** Of fields with options: all there are. */
  options?: readonly string[];
  /** Of calculated fields: what the result is shown as. */
  format?: string;
}

/** Codes are unique in an app, in tables too, so a field in a table is named without its table (measured, as in `operators.ts`). */
export function askedField({ field: code, position }: Comparison, form: FormFields): AskedField {
  if (code === "$id") return { code, type: "__ID__" };
  const outside = own(form.properties, code);
  if (outside) return described(outside, code, position);
  for (const [table, { fields = {} }] of Object.entries(form.properties)) {
    const inside = own(fields, code);
    if (inside) return { ...described(inside, code, position), table };
  }
  const list = own(form.properties, code.split(".")[0] ?? "");
  if (list?.type === "REFERENCE_TABLE") throw new QueryError("RELATED_RECORDS", position, { field: code });
  throw new QueryError("UNKNOWN_FIELD", position, { field: code });
}

/** A field may be called like a member that every object has. */
function own(fields: Record<string, FieldProperty>, code: string): FieldProperty | undefined {
  return Object.hasOwn(fields, code) ? fields[code] : undefined;
}

function described(property: FieldProperty, code: string, position: number): AskedField {
  const { type, enabled, options, format } = property as FieldProperty & { options?: object; format?: string };
  if (type === "REFERENCE_TABLE") throw new QueryError("RELATED_RECORDS", position, { field: code });
  if (enabled === false) throw new QueryError("FIELD_NOT_IN_USE", position, { field: code, type });
  return { code, type, ...(options && { options: Object.keys(options) }), ...(format !== undefined && { format }) };
}
