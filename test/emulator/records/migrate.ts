import type { Properties } from "../domain/form";
import type { StoredRecord, TableRow, Values } from "./record";

/** New code by old code. */
type Renames = ReadonlyMap<string, string>;

/** A record under a changed form: renamed fields keep their values, the values of fields that are gone are gone. */
export function migrate(record: StoredRecord, properties: Properties, renames: Renames): StoredRecord {
  return { ...record, values: migrateValues(record.values, properties, renames) };
}

function migrateValues(values: Values, properties: Properties, renames: Renames): Values {
  const migrated: Values = {};
  for (const [code, value] of Object.entries(values)) {
    const property = properties[renames.get(code) ?? code];
    if (!property) continue;
    const { fields } = property;
    migrated[property.code] = fields
      ? ((value ?? []) as TableRow[]).map((row) => ({ ...row, values: migrateValues(row.values, fields, renames) }))
      : value;
  }
  return migrated;
}
