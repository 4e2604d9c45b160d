import type { Change, PresentField } from "../../domain/settings-desk";
import { type FieldDefinition, formFields } from "../app-definition/fields";
import type { Labels } from "../app-definition/labels";
import { placeFields } from "./placed-fields";
import type { Conflict, PartOfPlan, PlanItem } from "./plan";
import type { PresentApp } from "./present-app";

type Fields = Readonly<Record<string, PresentField>>;
/** A change of a field, as `PUT preview/app/form/fields.json` takes it. */
type Repair = Partial<FieldDefinition>;

/** Fields, columns of tables and options that are missing, and values that are no longer unique though the lock needs it. */
export function planForm({ fields, layout }: PresentApp, labels: Labels): PartOfPlan {
  const wanted = formFields(labels);
  const conflicts = Object.values(wanted).flatMap((field) => conflictsOf(field, fields));
  if (conflicts.length > 0) return { conflicts };

  const missing = Object.values(wanted).filter(({ code }) => !(code in fields));
  const repairs = Object.values(wanted).flatMap((field) => {
    const repair = repairOf(field, fields[field.code]);
    return repair ? [[field.code, repair] as const] : [];
  });
  const changes: Change[] = [];
  if (missing.length > 0) {
    const properties = Object.fromEntries(missing.map((field) => [field.code, field]));
    changes.push({ method: "POST", setting: "app/form/fields", body: { properties } });
  }
  if (repairs.length > 0) {
    changes.push({ method: "PUT", setting: "app/form/fields", body: { properties: Object.fromEntries(repairs) } });
  }
  if (missing.length > 0) {
    const body = { layout: placeFields(layout, new Set(missing.map(({ code }) => code))) };
    changes.push({ method: "PUT", setting: "app/form/layout", body });
  }
  const items = Object.values(wanted).flatMap((field) => itemsOf(field, fields[field.code]));
  return { items, changes };
}

/** Another type under our code; or our code within somebody's table, as codes are unique in the whole form. */
function conflictsOf(field: FieldDefinition, fields: Fields, table?: string): Conflict[] {
  const own = table === undefined ? fields : (fields[table]?.fields ?? {});
  const elsewhere = Object.values(fields).find(
    ({ code, fields: inner }) => code !== table && inner !== undefined && field.code in inner,
  );
  const present =
    own[field.code] ?? (table === undefined ? elsewhere?.fields?.[field.code] : (fields[field.code] ?? elsewhere));
  const inner = Object.values(field.fields ?? {}).flatMap((column) => conflictsOf(column, fields, field.code));
  const isOurs = present === undefined || (present === own[field.code] && present.type === field.type);
  if (isOurs) return inner;
  const { code, type: wanted } = field;
  return [{ code, label: present.label ?? code, present: present.type, wanted }, ...inner];
}

function repairOf(field: FieldDefinition, present: PresentField | undefined): Repair | undefined {
  if (!present) return undefined;
  const options = optionsWith(field, present);
  const columns = Object.values(field.fields ?? {}).flatMap((column) => {
    const known = present.fields?.[column.code];
    const repair = known ? repairOf(column, known) : column;
    return repair ? [[column.code, repair] as const] : [];
  });
  const isShared = lostUnique(field, present);
  if (!options && !isShared && columns.length === 0) return undefined;
  return {
    type: field.type,
    code: field.code,
    ...(options && { options }),
    ...(isShared && { unique: true }),
    ...(columns.length > 0 && { fields: Object.fromEntries(columns) as Record<string, FieldDefinition> }),
  };
}

/** All options of the field: kintone deletes those that a change leaves out (cybozu.dev update-form-fields). */
function optionsWith(field: FieldDefinition, present: PresentField): FieldDefinition["options"] {
  const missing = missingOptions(field, present);
  if (missing.length === 0) return undefined;
  const kept = Object.entries(present.options ?? {});
  const next = Math.max(-1, ...kept.map(([, { index }]) => Number(index))) + 1;
  const added = missing.map((label, position) => [label, { label, index: String(next + position) }] as const);
  return Object.fromEntries([...kept, ...added]);
}

function missingOptions(field: FieldDefinition, present: PresentField): string[] {
  return Object.keys(field.options ?? {}).filter((option) => !(option in (present.options ?? {})));
}

function lostUnique(field: FieldDefinition, present: PresentField): boolean {
  return field.unique === true && present.unique !== true;
}

function itemsOf(field: FieldDefinition, present: PresentField | undefined, table?: string): PlanItem[] {
  const { code } = field;
  if (!present) return [{ kind: "field", label: field.label, code, ...(table !== undefined && { table }) }];
  const label = present.label ?? field.label;
  const options = missingOptions(field, present);
  return [
    ...(options.length > 0 ? [{ kind: "options", label, code, options } as const] : []),
    ...(lostUnique(field, present) ? [{ kind: "unique", label, code } as const] : []),
    ...Object.values(field.fields ?? {}).flatMap((column) => itemsOf(column, present.fields?.[column.code], label)),
  ];
}
