import { sentences } from "../errors/sentences";
import type { TableRow, Values } from "../records/record";
import { fieldTypes } from "./registry";
import { pathOf } from "./field-type";
import type { FieldBeingWritten, FieldType } from "./field-type";

/** The array replaces the table; a row whose id is known is that row, and keeps the fields that are not sent (measured). */
export const subtable: FieldType = {
  empty: [],
  read(input, field) {
    if (input === null || input === undefined || input === "") return [];
    if (!Array.isArray(input)) {
      field.report(pathOf(field, "value"), sentences.wrongShape);
      return [];
    }
    const known = new Map(((field.previous ?? []) as TableRow[]).map((row) => [row.id, row]));
    return input.map((item: { id?: unknown; value?: Record<string, { value?: unknown }> } | null, index) => {
      const row = known.get(String(item?.id));
      const id = row?.id ?? field.app.nextRowId();
      return { id, values: readRow(item?.value ?? {}, row?.values, field, index) };
    });
  },
  show(value, { domain, property }) {
    return ((value ?? []) as TableRow[]).map((row) => ({
      id: row.id,
      value: Object.fromEntries(
        Object.values(property.fields ?? {}).map((inner) => [
          inner.code,
          {
            type: inner.type,
            value: fieldTypes[inner.type]?.show(row.values[inner.code], { domain, property: inner }),
          },
        ]),
      ),
    }));
  },
};

function readRow(
  given: Record<string, { value?: unknown }>,
  before: Values | undefined,
  table: FieldBeingWritten,
  index: number,
): Values {
  const values: Values = {};
  const { domain, app, writer, recordId, report } = table;
  const prefix = `${table.prefix}.${table.property.code}.value[${index}].value`;
  for (const property of Object.values(table.property.fields ?? {})) {
    const type = fieldTypes[property.type];
    if (!type) continue;
    const previous = before?.[property.code];
    const field = { domain, app, writer, recordId, report, prefix, property, inTable: true, previous };
    const cell = Object.hasOwn(given, property.code) ? given[property.code] : undefined;
    if (cell) values[property.code] = type.read(cell.value, field);
    else if (before && !domain.opposites.has("cells-left-out-of-table"))
      values[property.code] = before[property.code] ?? type.empty;
    else values[property.code] = type.initial?.(field) ?? type.empty;
  }
  return values;
}
