import { archivedRecords, recordIn } from "../../archive/reading/archived-records";
import { archivedSetting } from "../../archive/reading/archived-setting";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { FieldProperty, KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf } from "../../archive/records/understood";
import { formOf } from "../../domain/settings/form";

/** What an archived record has in a field. */
export interface ArchivedValue {
  field: string;
  value: unknown;
}

/** By so many values people know a record again. */
const VALUES = 4;

/** What people choose or write themselves, and what is short. */
const TELLING: ReadonlySet<string> = new Set([
  ...(["SINGLE_LINE_TEXT", "NUMBER", "LINK", "DATE", "DATETIME", "DROP_DOWN", "RADIO_BUTTON"] as const),
  ...(["USER_SELECT", "ORGANIZATION_SELECT"] as const),
]);

/**
 * Goes through an archive once and gives, of some of its records, the values by which people know them again: an id alone tells nobody
 * which record was deleted. Rejects as the archive's entries do.
 */
export async function* tellingValues(
  archived: ArchivedTarget,
  ids: ReadonlySet<string>,
): AsyncGenerator<{ id: string; values: ArchivedValue[] }, void, undefined> {
  if (ids.size === 0) return;
  const fields = tellingFields(formOf(await archivedSetting(archived, "app/form/fields")).properties);
  for await (const records of archivedRecords(archived)) {
    for (const { id, line } of records) if (ids.has(id)) yield { id, values: valuesOf(recordIn(line), fields) };
  }
}

/** First what no other record has, and what nobody may leave empty: that is what a form's maker thought most of. */
function tellingFields(properties: Readonly<Record<string, FieldProperty>>): string[] {
  const weight = (field: FieldProperty) =>
    (Reflect.get(field, "unique") === true ? 2 : 0) + (Reflect.get(field, "required") === true ? 1 : 0);
  return Object.values(properties)
    .filter(({ type }) => TELLING.has(type))
    .sort((one, other) => weight(other) - weight(one))
    .map(({ code }) => code);
}

function valuesOf(record: KintoneRecord, fields: readonly string[]): ArchivedValue[] {
  const filled = fields.flatMap((field) => {
    const value = cellOf(record, field)?.value;
    return value === undefined || value === null || value === "" || isEmptyList(value) ? [] : [{ field, value }];
  });
  return filled.slice(0, VALUES);
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
