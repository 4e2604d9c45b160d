import type { FieldProperty, FormFields } from "../../archive/records/kintone-app";

/** How the records of an archive are known in an app. One that an earlier restore put back is known by the id that it got, too, whatever else it is known by. */
export type Matching =
  /** By `$id`: in the very app that the archive was made of. */
  | { by: "id" }
  /** By the value of a field, which may be there once: in another app, or in the same one whose records were all added anew. */
  | { by: "key"; field: string }
  /** By nothing: into another app, which gets every record that no earlier restore put there. */
  | { by: "nothing" };

export const BY_ID: Matching = { by: "id" };

/** kintone itself takes only these to name a record by (cybozu.dev update-records, `updateKey`); what may not repeat has at most 64 characters. */
const KEY_TYPES: ReadonlySet<string> = new Set(["SINGLE_LINE_TEXT", "NUMBER"]);

/**
 * Codes of the fields by which records can be known: of which neither the archive's app nor the other one has a value twice. Fields in tables
 * cannot be such (kintone help, 「値の重複を禁止する」).
 */
export function keyFields(archived: FormFields, present: FormFields, comparable: ReadonlySet<string>): string[] {
  const isKey = (property: FieldProperty | undefined) =>
    property !== undefined && KEY_TYPES.has(property.type) && Reflect.get(property, "unique") === true;
  const propertyIn = ({ properties }: FormFields, code: string) =>
    Object.hasOwn(properties, code) ? properties[code] : undefined;
  return [...comparable].filter((code) => isKey(propertyIn(archived, code)) && isKey(propertyIn(present, code)));
}
