import type { FieldProperty, FormFields } from "../../../archive/records/kintone-app";
import { isObject } from "../../../archive/records/understood";

/** A lookup of one app of a set that looks into one of the set, itself perhaps. Apps are named by their ids in the archive. */
export interface LookupLink {
  from: string;
  into: string;
  /** Code of the lookup. */
  field: string;
  label: string;
  /** Code of the table that it is in. */
  table?: string;
  /** Codes of the fields that it fills. */
  copies: readonly string[];
  /** Whether kintone refuses a record in which it, or what it fills, is empty. */
  isRequired: boolean;
  /** Its key is a record number, which is another one in a new app. */
  isByNumber: boolean;
}

/** A form of a set's app as it is now, and the id that the app had in the archive. */
export interface SetForm {
  archivedId: string;
  /** Of the new app. */
  appId: string;
  form: FormFields;
}

/** All lookups between the apps of a set, as the new apps have them: those are what kintone goes by. */
export function lookupLinks(apps: readonly SetForm[]): LookupLink[] {
  const byNewId = new Map(apps.map((app) => [app.appId, app]));
  return apps.flatMap(({ archivedId, form }) =>
    groupsOf(form).flatMap(({ table, fields }) =>
      Object.values(fields).flatMap((property): LookupLink[] => {
        const target = targetOf(property);
        const into = target && byNewId.get(target.appId);
        if (!target || !into) return [];
        const { code: field, label = "" } = property;
        const copies = property.lookup?.fieldMappings?.map((mapping) => mapping.field) ?? [];
        return [
          {
            ...{ from: archivedId, into: into.archivedId, field, label, ...(table !== undefined && { table }), copies },
            isRequired: [field, ...copies].some((code) => refusesEmpty(fields[code])),
            isByNumber: typeIn(into.form, target.keyField) === "RECORD_NUMBER",
          },
        ];
      }),
    ),
  );
}

function groupsOf({ properties }: FormFields): Array<{ table?: string; fields: Record<string, FieldProperty> }> {
  const tables = Object.values(properties).flatMap(({ code: table, fields }) => (fields ? [{ table, fields }] : []));
  return [{ fields: properties }, ...tables];
}

function targetOf({ lookup }: FieldProperty): { appId: string; keyField: string } | undefined {
  if (!lookup) return undefined;
  const related: unknown = Reflect.get(lookup, "relatedApp");
  const [appId, keyField]: unknown[] = [
    isObject(related) ? Reflect.get(related, "app") : undefined,
    Reflect.get(lookup, "relatedKeyField"),
  ];
  return typeof appId === "string" && typeof keyField === "string" ? { appId, keyField } : undefined;
}

/** kintone looks at the least length of what is empty, too (restore-facts, 1.5). */
function refusesEmpty(property: FieldProperty | undefined): boolean {
  if (!property) return false;
  return Reflect.get(property, "required") === true || Number(Reflect.get(property, "minLength") ?? 0) > 0;
}

const typeIn = ({ properties }: FormFields, code: string) =>
  Object.hasOwn(properties, code) ? properties[code]?.type : undefined;
