import type { FieldProperty, FormFields } from "../../archive/records/kintone-app";

/**
 * What kintone lets a restore do with the value of a field (cybozu.dev add-records, update-records; monosashi `write-behavior.md`, measured):
 * - `written`: it is taken as it is sent;
 * - `copied`: it is filled from another app when the key of a lookup is written, with what stands there today;
 * - `calculated`: kintone works it out;
 * - `process`: status and assignees move by actions alone;
 * - `category`: no API sets it;
 * - `stamp`: who made and changed the record, when, and its number; of a record that is there, nothing changes them;
 * - `none`: it has no value of its own: groups and reference tables.
 */
export type FieldRole = "written" | "copied" | "calculated" | "process" | "category" | "stamp" | "none";

const BY_TYPE: Readonly<Record<string, FieldRole>> = {
  CALC: "calculated",
  STATUS: "process",
  STATUS_ASSIGNEE: "process",
  CATEGORY: "category",
  ...{ RECORD_NUMBER: "stamp", CREATOR: "stamp", CREATED_TIME: "stamp", MODIFIER: "stamp", UPDATED_TIME: "stamp" },
  ...{ GROUP: "none", REFERENCE_TABLE: "none", LABEL: "none", SPACER: "none", HR: "none" },
};

/** The roles of a form's fields by code, those in tables too: a code is there once in an app (kintone help, フィールドコード). */
export function rolesOf({ properties }: Pick<FormFields, "properties">): ReadonlyMap<string, FieldRole> {
  const all = Object.values(properties).flatMap((field) => [field, ...Object.values(field.fields ?? {})]);
  const copied = new Set(all.flatMap(({ lookup }) => lookup?.fieldMappings?.map(({ field }) => field) ?? []));
  return new Map(all.map((field) => [field.code, copied.has(field.code) ? "copied" : roleOf(field)]));
}

/** A text can be calculated, too. */
function roleOf({ type, expression }: FieldProperty): FieldRole {
  return BY_TYPE[type] ?? (expression ? "calculated" : "written");
}

/** Whether records have something of it: not of a group, and not of a table of another app's records. */
export function hasValue(field: FieldProperty): boolean {
  return roleOf(field) !== "none";
}
