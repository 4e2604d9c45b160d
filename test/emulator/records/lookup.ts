import { checkInService } from "../access/in-service";
import { fieldOfType, isLookupKey } from "../domain/form";
import type { Properties, Property } from "../domain/form";
import { sentences } from "../errors/sentences";
import { lookupKeyNotUnique, lookupNotFound } from "../errors/values";
import type { Sentence } from "../errors/kintone-error";
import { fieldTypes } from "../field-types/registry";
import { fieldValue } from "./field-value";
import type { StoredRecord, TableRow, Value, Values } from "./record";
import type { Input, Writing } from "./write";

type ReportFault = (path: string, sentence: Sentence) => void;

/**
 * Fills the fields that lookups copy into. What the request says about them does not count; an empty key empties them, a key
 * that is sent copies anew, and one that is not sent leaves everything (observed). @throws GAIA_LO03, GAIA_LO04
 */
export function copyLookups(
  values: Values,
  before: Values | undefined,
  input: Input,
  writing: Writing,
  report: ReportFault,
): Values {
  const { properties } = writing.app.settings;
  const copied = copyIn(values, before, input, properties, writing, report);
  for (const table of Object.values(properties)) {
    const { fields } = table;
    if (!input[table.code] || !fields || !Object.values(fields).some(({ lookup }) => lookup)) continue;
    const rowsBefore = new Map(((before?.[table.code] ?? []) as TableRow[]).map((row) => [row.id, row.values]));
    const rowsSent = input[table.code]?.value as Array<{ value?: Input }>;
    copied[table.code] = ((copied[table.code] ?? []) as TableRow[]).map((row, index) => ({
      ...row,
      values: copyIn(
        row.values,
        rowsBefore.get(row.id),
        rowsSent[index]?.value ?? {},
        fields,
        { ...writing, prefix: `${writing.prefix}.${table.code}.value[${index}].value` },
        report,
      ),
    }));
  }
  return copied;
}

function copyIn(
  values: Values,
  before: Values | undefined,
  input: Input,
  properties: Properties,
  writing: Writing,
  report: ReportFault,
): Values {
  const copied = { ...values };
  for (const property of Object.values(properties)) {
    const { code, lookup } = property;
    if (!lookup) continue;
    const isKept = before !== undefined && !Object.hasOwn(input, code);
    const key = values[code];
    const source = isKept || !key ? undefined : findSource(property, String(key), writing);
    for (const { field, relatedField } of lookup.fieldMappings) {
      const empty = fieldTypes[properties[field]?.type ?? ""]?.empty ?? "";
      if (isKept) copied[field] = before[field] ?? empty;
      else copied[field] = source ? source.read(relatedField) : empty;
      const lacking = isKept ? undefined : lackingOption(copied[field], properties[field]);
      if (lacking !== undefined) report(`${writing.prefix}.${field}.value`, sentences.notAnOption(lacking));
    }
  }
  return copied;
}

/** An option that the field does not have. Whether kintone copies it all the same is unknown; refusing is the strict reading (UNCONFIRMED(lookup-of-lacking-option)). */
function lackingOption(value: Value | undefined, property: Property | undefined): string | undefined {
  const { options } = property ?? {};
  if (!options || !value) return undefined;
  return [value]
    .flat()
    .find((option): option is string => typeof option === "string" && !Object.hasOwn(options, option));
}

function findSource(property: Property, key: string, { domain, writer }: Writing) {
  const app = domain.apps.get(Number(property.lookup?.relatedApp.app));
  if (app) checkInService(app);
  const keyCode = property.lookup?.relatedKeyField ?? "";
  const fields = app?.live?.properties ?? {};
  const keyField = fields[keyCode];
  if (keyField && !isLookupKey(keyField)) throw lookupKeyNotUnique();
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
