import { archivedSetting } from "../../../archive/reading/archived-setting";
import type { ArchivedTarget } from "../../../archive/reading/open-archive";
import type { FieldProperty } from "../../../archive/records/kintone-app";
import { formOf } from "../../../domain/settings/form";
import type { AppIds } from "../app-ids";

/** The fields that a new app is to get. */
export interface WantedForm {
  /** Those that every app has by itself. */
  builtIn: FieldProperty[];
  own: FieldProperty[];
  /** Those that take from an app which nothing stands for: lookups are ordinary fields now, related records are left out. */
  nowhere: Array<{ field: FieldProperty; appId: string }>;
}

const BUILT_IN: ReadonlySet<string> = new Set([
  ...["RECORD_NUMBER", "CREATOR", "CREATED_TIME", "MODIFIER", "UPDATED_TIME"],
  ...["CATEGORY", "STATUS", "STATUS_ASSIGNEE"],
]);

export async function wantedForm(archived: ArchivedTarget, ids: AppIds): Promise<WantedForm> {
  const all = Object.values(formOf(await archivedSetting(archived, "app/form/fields")).properties);
  const own = all.filter(({ type }) => !BUILT_IN.has(type));
  const nowhere = [...own, ...own.flatMap(innerOf)].flatMap((field) => {
    const appId = relatedApp(field);
    return appId === undefined || ids.now(appId) !== undefined ? [] : [{ field, appId }];
  });
  const leads = (field: FieldProperty) => !nowhere.some((one) => one.field === field);
  return {
    builtIn: all.filter(({ type }) => BUILT_IN.has(type)),
    own: own.filter((field) => leads(field) || looksUp(field)).map((field) => withoutLookups(field, leads)),
    nowhere,
  };
}

/** The app that a field takes from, as the archive names it. */
export function relatedApp(field: FieldProperty): string | undefined {
  const link: unknown = field.lookup ?? Reflect.get(field, "referenceTable");
  const related: unknown = typeof link === "object" && link !== null ? Reflect.get(link, "relatedApp") : undefined;
  const id: unknown = typeof related === "object" && related !== null ? Reflect.get(related, "app") : undefined;
  return id === undefined ? undefined : String(id);
}

/** The same field looking nothing up, but for what may: it keeps the values of records. */
export function withoutLookups(
  field: FieldProperty,
  may: (field: FieldProperty) => boolean = () => false,
): FieldProperty {
  if (field.fields) {
    const fields = innerOf(field).map((inner) => [inner.code, withoutLookups(inner, may)] as const);
    return { ...field, fields: Object.fromEntries(fields) };
  }
  if (!field.lookup || may(field)) return field;
  const { lookup: _lookup, ...plain } = field;
  return plain;
}

export const isTable = ({ type }: FieldProperty): boolean => type === "SUBTABLE";
export const isRelated = ({ type }: FieldProperty): boolean => type === "REFERENCE_TABLE";
export const looksUp = ({ lookup }: FieldProperty): boolean => lookup !== undefined;
export const innerOf = ({ fields }: FieldProperty): FieldProperty[] => Object.values(fields ?? {});
/** It names another app: itself, or a field in it. */
export const isLinked = (field: FieldProperty): boolean =>
  looksUp(field) || isRelated(field) || innerOf(field).some(looksUp);

/**
 * What names other apps, and the formulas that may name such a field: its code is in their text. Finding more than there are costs nothing, as such a
 * field only comes a little later.
 */
export function laterFields(own: readonly FieldProperty[]): FieldProperty[] {
  return withFormulasOf(own.filter(isLinked), own);
}

function withFormulasOf(later: readonly FieldProperty[], own: readonly FieldProperty[]): FieldProperty[] {
  const codes = later.flatMap((field) => [field.code, ...innerOf(field).map(({ code }) => code)]);
  const more = own.filter((field) => !later.includes(field) && mayName(field, codes));
  return more.length === 0 ? [...later] : withFormulasOf([...later, ...more], own);
}

function mayName(field: FieldProperty, codes: readonly string[]): boolean {
  const formulas = [field, ...innerOf(field)].flatMap(({ expression }) => (expression ? [expression] : []));
  return formulas.some((formula) => codes.some((code) => formula.includes(code)));
}
