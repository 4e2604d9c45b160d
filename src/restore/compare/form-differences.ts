import type { FieldProperty, FormFields } from "../../archive/records/kintone-app";
import { hasValue } from "./field-roles";
import { optionsOf } from "./options";

/**
 * How a field of the archive's form is another, or none, in the app. Fields in tables are told by their own codes, which are there once; what
 * has no value of its own, a group or a reference table, costs no record anything and is not told.
 */
export type FormDifference =
  /** No field of the app has the code. `proposals`: codes that the archive's form has not, of the same label and type. */
  | { kind: "absent"; field: string; table?: string; label: string; type: string; proposals: string[] }
  /** Its values are of another kind: it is a field of its own, whatever it is called. */
  | { kind: "type"; field: string; archived: string; present: string }
  /** It is in another table, or in none any more. */
  | { kind: "place"; field: string; archived?: string; present?: string }
  /** What was allowed to be empty may not be any more. */
  | { kind: "required"; field: string }
  /** A value may be there once only. */
  | { kind: "unique"; field: string }
  /** Lengths or values that were allowed may not be any more. */
  | { kind: "limit"; field: string; limit: Limit; archived: string; present: string }
  /** Options that the app does not have any more; `proposal`: the one that stands in its place. */
  | { kind: "options"; field: string; gone: Array<{ option: string; proposal?: string }> }
  /** It is filled from another app now, or from another one than then. */
  | { kind: "lookup"; field: string }
  /** The app has a field that the archive knows nothing of. */
  | { kind: "added"; field: string; label: string; type: string };

const LIMITS = ["minLength", "maxLength", "minValue", "maxValue"] as const;
export type Limit = (typeof LIMITS)[number];

interface PlacedField {
  property: FieldProperty;
  table?: string;
}

/** Pairs of types whose values are written alike (restore-facts, 1.5): a value of the one is one of the other. */
const ALIKE: ReadonlyArray<readonly [string, string]> = [
  ["SINGLE_LINE_TEXT", "MULTI_LINE_TEXT"],
  ["RADIO_BUTTON", "DROP_DOWN"],
  ["CHECK_BOX", "MULTI_SELECT"],
];

/** The two forms, field by field, in the order of the archive's. */
export function formDifferences(archived: FormFields, present: FormFields): FormDifference[] {
  const [before, now] = [placedFields(archived), placedFields(present)];
  const added = [...now].flatMap(([code, { property, table }]): FormDifference[] =>
    before.has(code) || (table !== undefined && !before.has(table))
      ? []
      : [{ kind: "added", field: code, label: property.label ?? "", type: property.type }],
  );
  const differences = [...before].flatMap(([code, placed]): FormDifference[] => {
    const found = now.get(code);
    if (!found) return [absent(code, placed, before, now)];
    if (!areAlike(placed.property.type, found.property.type)) {
      return [{ kind: "type", field: code, archived: placed.property.type, present: found.property.type }];
    }
    if (placed.table !== found.table) {
      const places = { ...(placed.table && { archived: placed.table }), ...(found.table && { present: found.table }) };
      return [{ kind: "place", field: code, ...places }];
    }
    return propertyDifferences(code, placed.property, found.property);
  });
  return [...differences, ...added];
}

/** Codes of the fields, those in tables too, whose values can be compared. */
export function comparableFields(archived: FormFields, present: FormFields, excluded: readonly string[]): Set<string> {
  const left = new Set(excluded);
  const now = placedFields(present);
  return new Set(
    [...placedFields(archived)].flatMap(([code, { property, table }]) => {
      const found = now.get(code);
      const isThere = found && found.table === table && areAlike(property.type, found.property.type);
      return isThere && !left.has(code) && !(table !== undefined && left.has(table)) ? [code] : [];
    }),
  );
}

function areAlike(one: string, other: string): boolean {
  return one === other || ALIKE.some((pair) => pair.includes(one) && pair.includes(other));
}

function placedFields({ properties }: FormFields): Map<string, PlacedField> {
  return new Map(
    Object.entries(properties)
      .filter(([, property]) => hasValue(property))
      .flatMap(([code, property]): Array<[string, PlacedField]> => [
        [code, { property }],
        ...Object.entries(property.fields ?? {}).map(([inner, field]): [string, PlacedField] => [
          inner,
          { property: field, table: code },
        ]),
      ]),
  );
}

function absent(
  code: string,
  { property, table }: PlacedField,
  before: ReadonlyMap<string, PlacedField>,
  now: ReadonlyMap<string, PlacedField>,
): FormDifference {
  const { type, label = "" } = property;
  const proposals = [...now].flatMap(([other, found]) => {
    const isAlike = found.property.type === type && found.property.label === label && found.table === table;
    return !before.has(other) && isAlike ? [other] : [];
  });
  return { kind: "absent", field: code, ...(table !== undefined && { table }), label, type, proposals };
}

function propertyDifferences(field: string, archived: FieldProperty, present: FieldProperty): FormDifference[] {
  const is = (property: FieldProperty, name: string) => Reflect.get(property, name) === true;
  const became = (name: "required" | "unique"): FormDifference[] =>
    is(present, name) && !is(archived, name) ? [{ kind: name, field }] : [];
  const limits = LIMITS.flatMap((limit): FormDifference[] => {
    const [before, now] = [textOf(archived, limit), textOf(present, limit)];
    return isNarrower(limit, before, now) ? [{ kind: "limit", field, limit, archived: before, present: now }] : [];
  });
  return [
    ...became("required"),
    ...became("unique"),
    ...limits,
    ...goneOptions(field, archived, present),
    ...(lookupText(archived) === lookupText(present) ? [] : [{ kind: "lookup", field } as const]),
  ];
}

/** What is wider than it was refuses nothing of the archive. */
function isNarrower(limit: Limit, before: string, now: string): boolean {
  if (now === "") return false;
  if (before === "") return true;
  return limit.startsWith("max") ? Number(now) < Number(before) : Number(now) > Number(before);
}

function goneOptions(field: string, archived: FieldProperty, present: FieldProperty): FormDifference[] {
  const [before, now] = [optionsOf(archived), optionsOf(present)];
  const known = new Set(before.map(({ name }) => name));
  const gone = before
    .filter(({ name }) => !now.some((option) => option.name === name))
    .map(({ name: option, index }) => {
      const proposal = now.find((each) => each.index === index && !known.has(each.name))?.name;
      return { option, ...(proposal !== undefined && { proposal }) };
    });
  return gone.length > 0 ? [{ kind: "options", field, gone }] : [];
}

function textOf(property: FieldProperty, name: Limit): string {
  const value: unknown = Reflect.get(property, name);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function lookupText({ lookup }: FieldProperty): string {
  if (!lookup) return "";
  const { relatedApp, relatedKeyField } = lookup as { relatedApp?: { app?: unknown }; relatedKeyField?: unknown };
  const mappings = (lookup.fieldMappings ?? []).map(({ field, relatedField }) => [field, relatedField]).sort();
  return JSON.stringify([relatedApp?.app, relatedKeyField, mappings]);
}
