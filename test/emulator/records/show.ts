import type { App } from "../domain/app";
import type { Domain } from "../domain/domain";
import { valuelessTypes } from "../domain/form";
import type { Properties, Property } from "../domain/form";
import { fieldTypes } from "../field-types/registry";
import { fieldValue } from "./field-value";
import type { StoredRecord } from "./record";

interface Cell {
  type: string;
  value: unknown;
}

/** A record as REST answers it; a field that the caller may not see has no key. */
export function showRecord(
  record: StoredRecord,
  domain: Domain,
  app: App,
  maySee: (fieldCode: string) => boolean,
  fields?: ReadonlySet<string>,
): Record<string, Cell> {
  const shown: Record<string, Cell> = {};
  for (const property of shownProperties(app)) {
    if (fields && !fields.has(property.code)) continue;
    if (!maySee(property.code)) continue;
    const value = fieldTypes[property.type]?.show(fieldValue(record, property, app), { domain, property });
    shown[property.code] = { type: property.type, value: withAppCode(value, property, app) };
  }
  if (!fields || fields.has("$id")) shown.$id = { type: "__ID__", value: String(record.id) };
  if (!fields || fields.has("$revision")) shown.$revision = { type: "__REVISION__", value: String(record.revision) };
  return shown;
}

const shownOf = new WeakMap<Properties, Property[]>();

/** STATUS, STATUS_ASSIGNEE and CATEGORY are cells only when they are switched on (observed). */
export function shownProperties({ settings: { properties } }: App): Property[] {
  const known = shownOf.get(properties);
  if (known) return known;
  const shown = Object.values(properties).filter(({ type, enabled }) => !valuelessTypes.has(type) && enabled !== false);
  shownOf.set(properties, shown);
  return shown;
}

export const withAppCode = (value: unknown, property: Property, app: App): unknown =>
  property.type === "RECORD_NUMBER" && app.code !== "" ? `${app.code}-${String(value)}` : value;
