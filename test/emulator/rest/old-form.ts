import type { Property } from "../domain/form";
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
const left = new Set(["CATEGORY", "STATUS", "STATUS_ASSIGNEE", "GROUP"]);

/** The form as the first version of the API lists it; categories, process fields and groups are not in it. */
export const oldForm: Endpoint[] = settingsReader("form.json", ({ properties }) => ({
  properties: Object.values(properties)
    .filter(({ type }) => !left.has(type))
    .map(listed),
})).map((endpoint) => ({
  ...endpoint,
  handle(call) {
    const { properties } = endpoint.handle(call) as { properties: unknown };
    return { properties };
  },
}));

function listed(property: Property): Record<string, unknown> {
  const relatedApp = property.lookup?.relatedApp.app ?? property.referenceTable?.relatedApp.app;
  const options = Object.values(property.options ?? {}).sort((a, b) => Number(a.index) - Number(b.index));
  return {
    ...Object.fromEntries(kept.flatMap((key) => (property[key] === undefined ? [] : [[key, property[key]]]))),
    ...(property.options && { options: options.map(({ label }) => label) }),
    ...(property.defaultNowValue && { defaultExpression: "NOW" }),
    ...(property.fields && { fields: Object.values(property.fields).map(listed) }),
    ...(relatedApp !== undefined && { relatedApp }),
  };
}
