import { fieldOfType } from "../domain/form";
import type { Property } from "../domain/form";
import { lookupNotFound } from "../errors";
import { fieldTypes } from "../field-types/registry";
import { fieldValue } from "./field-value";
import type { StoredRecord, TableRow, Values } from "./record";
import type { Writing } from "./write";

/**
 * Fills the fields that lookups copy into. What the request says about them does not count; an empty key empties them, and
 * a key that did not change copies nothing (observed). @throws GAIA_LO04
 */
export function copyLookups(values: Values, before: Values | undefined, writing: Writing): Values {
  const { properties } = writing.app.settings;
  const copied = copyIn(values, before, Object.values(properties), writing);
  for (const table of Object.values(properties)) {
    if (!Object.values(table.fields ?? {}).some((inner) => inner.lookup)) continue;
    const rowsBefore = new Map(((before?.[table.code] ?? []) as TableRow[]).map((row) => [row.id, row.values]));
    copied[table.code] = ((copied[table.code] ?? []) as TableRow[]).map((row) => ({
      ...row,
      values: copyIn(row.values, rowsBefore.get(row.id), Object.values(table.fields ?? {}), writing),
    }));
  }
  return copied;
}

function copyIn(values: Values, before: Values | undefined, properties: Property[], writing: Writing): Values {
  const copied = { ...values };
  for (const property of properties) {
    const lookup = property.lookup;
    if (!lookup) continue;
    const key = values[property.code];
    const unchanged = before !== undefined && before[property.code] === key;
    const source = unchanged || !key ? undefined : findSource(property, String(key), writing);
    for (const { field, relatedField } of lookup.fieldMappings) {
      if (unchanged) copied[field] = before[field] ?? null;
      else copied[field] = source ? source.read(relatedField) : (fieldTypes[typeOf(properties, field)]?.empty ?? "");
    }
  }
  return copied;
}

const typeOf = (properties: Property[], code: string): string =>
  properties.find((property) => property.code === code)?.type ?? "";

function findSource(property: Property, key: string, { domain, writer }: Writing) {
  const app = domain.apps.get(Number(property.lookup?.relatedApp.app));
  const keyCode = property.lookup?.relatedKeyField ?? "";
  const fields = app?.live?.properties ?? {};
  const id = fieldOfType(fields, "RECORD_NUMBER")?.code === keyCode ? Number(key) : app?.records.holderOf(keyCode, key);
  const record: StoredRecord | undefined = id === undefined ? undefined : app?.records.get(id);
  if (!app || !record || !writer.maySee(app)) throw lookupNotFound(property.code, key);
  return {
    read(code: string) {
      const field = fields[code];
      return (field && fieldValue(record, field, app)) ?? "";
    },
  };
}
