import type { FieldProperty, FormFields } from "../../archive/records/kintone-app";

/** The form of a scratch app: that of the archive, as far as records have values of it. */
export interface ScratchForm {
  /** Fields that every app has by itself: they only get the archive's codes. */
  builtIn: readonly FieldProperty[];
  own: readonly FieldProperty[];
  /** Codes of lookups: they are ordinary fields here, so that the values are compared that the archive has, and not those of today. */
  plainLookups: readonly string[];
}

const STAMPS: ReadonlySet<string> = new Set(["RECORD_NUMBER", "CREATOR", "CREATED_TIME", "MODIFIER", "UPDATED_TIME"]);
/** Without a value of their own, or moved by actions alone, or set by no API. */
const WITHOUT: ReadonlySet<string> = new Set([
  ...["CATEGORY", "STATUS", "STATUS_ASSIGNEE", "GROUP", "REFERENCE_TABLE", "LABEL", "SPACER", "HR"],
]);
const PEOPLE: ReadonlySet<string> = new Set(["USER_SELECT", "ORGANIZATION_SELECT", "GROUP_SELECT"]);

/** @param excluded codes of fields that the archive left out on purpose: records have nothing of them */
export function scratchForm({ properties }: Pick<FormFields, "properties">, excluded: readonly string[]): ScratchForm {
  const all = Object.values(properties);
  const leftOut = new Set(excluded);
  const lookups = all.flatMap((field) => [field, ...Object.values(field.fields ?? {})]).filter(({ lookup }) => lookup);
  return {
    builtIn: all.filter(({ type }) => STAMPS.has(type)),
    own: all.flatMap((field) => (STAMPS.has(field.type) || WITHOUT.has(field.type) ? [] : plainField(field, leftOut))),
    plainLookups: lookups.map(({ code }) => code),
  };
}

/** Nobody is named by it who may be gone, and nothing looked up. A table without columns is none. */
function plainField(field: FieldProperty, leftOut: ReadonlySet<string>): FieldProperty[] {
  if (leftOut.has(field.code)) return [];
  const { lookup: _lookup, ...plain } = field;
  if (PEOPLE.has(field.type)) return [{ ...plain, defaultValue: [], entities: [] } as FieldProperty];
  if (!field.fields) return [plain];
  const inner = Object.values(field.fields).flatMap((each) => plainField(each, leftOut));
  if (inner.length === 0) return [];
  return [{ ...plain, fields: Object.fromEntries(inner.map((each) => [each.code, each])) }];
}

/** What makes of the present form the wanted one. */
export interface FormChanges {
  /** Codes of fields that are in the way. They go first, and are gone for good before others come. */
  remove: readonly string[];
  /** Present codes of built-in fields, and what they are to be. */
  rename: Readonly<Record<string, { type: string; code: string }>>;
  add: readonly FieldProperty[];
}

/** A field that is another in anything that matters to values is made anew: the app is empty. */
export function formChanges(
  { builtIn, own }: Pick<ScratchForm, "builtIn" | "own">,
  present: Readonly<Record<string, FieldProperty>>,
): FormChanges {
  const wanted = new Map(own.map((field) => [field.code, field]));
  const isKept = (field: FieldProperty) => {
    const as = wanted.get(field.code);
    return as !== undefined && holds(field, as) && hasNoMore(field, as);
  };
  const others = Object.values(present).filter(({ type }) => !STAMPS.has(type) && !WITHOUT.has(type));
  const kept = new Set(others.filter(isKept).map(({ code }) => code));
  const renamed = builtIn.flatMap((field) => {
    const now = Object.values(present).find(({ type }) => type === field.type);
    return now && now.code !== field.code ? [[now.code, { type: field.type, code: field.code }] as const] : [];
  });
  return {
    remove: others.filter(({ code }) => !kept.has(code)).map(({ code }) => code),
    rename: Object.fromEntries(renamed),
    add: own.filter(({ code }) => !kept.has(code)),
  };
}

/** kintone adds members with their defaults; those that were asked for must be there as they were. */
function holds(present: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null) return present === wanted;
  if (typeof present !== "object" || present === null) return false;
  return Object.entries(wanted).every(([name, value]) => holds(Reflect.get(present, name), value));
}

/** A column more than the archive has would be none of its form. */
function hasNoMore(present: FieldProperty, wanted: FieldProperty): boolean {
  return Object.keys(present.fields ?? {}).every((code) => Object.hasOwn(wanted.fields ?? {}, code));
}
