import type { LayoutField, LayoutRow, Properties, Property } from "../domain/form";
import { settingsReader } from "./endpoint";
import type { Endpoint } from "./endpoint";

/** Keys that the list of `form.json` has where `app/form/fields.json` has them too (OpenAPI 20250423). */
const kept = [
  "type",
  "code",
  "label",
  "noLabel",
  "required",
  "unique",
  "defaultValue",
  "minLength",
  "maxLength",
  "minValue",
  "maxValue",
  "digit",
  "displayScale",
  "unit",
  "unitPosition",
  "expression",
  "hideExpression",
  "format",
  "protocol",
] as const;

/** The form as the first version of the API lists it: what is placed on it, without groups. */
export const oldForm: Endpoint[] = settingsReader("form.json", ({ layout, properties }) => ({
  properties: layout.flatMap((row) => placed(row, properties)),
})).map((endpoint) => ({
  ...endpoint,
  handle(call) {
    const { properties } = endpoint.handle(call) as { properties: unknown };
    return { properties };
  },
}));

function placed(row: LayoutRow, properties: Properties): Array<Record<string, unknown>> {
  switch (row.type) {
    case "GROUP":
      return row.layout.flatMap((inner) => placed(inner, properties));
    case "SUBTABLE": {
      const { fields = {}, ...table } = properties[row.code] as Property;
      return [{ ...listed(table), fields: row.fields.flatMap((field) => entriesOf(field, fields)) }];
    }
    case "ROW":
      return row.fields.flatMap((field) => entriesOf(field, properties));
  }
}

function entriesOf(
  { type, code, label, elementId }: LayoutField,
  properties: Properties,
): Array<Record<string, unknown>> {
  const property = properties[code ?? ""];
  if (property) return [listed(property)];
  return [{ type, ...(type === "LABEL" && { label }), ...(type === "SPACER" && { elementId }) }];
}

function listed(property: Property): Record<string, unknown> {
  const relatedApp = property.lookup?.relatedApp.app ?? property.referenceTable?.relatedApp.app;
  const options = Object.values(property.options ?? {}).sort((a, b) => Number(a.index) - Number(b.index));
  return {
    ...Object.fromEntries(kept.flatMap((key) => (property[key] === undefined ? [] : [[key, asOnce(property[key])]]))),
    ...(property.options && { options: options.map(({ label }) => label) }),
    ...(property.defaultNowValue && { defaultExpression: "NOW" }),
    ...(relatedApp !== undefined && { relatedApp }),
  };
}

/** Flags are words and what is not set is null (captured of a NUMBER). */
function asOnce(value: unknown): unknown {
  if (typeof value === "boolean") return String(value);
  return value === "" ? null : value;
}
