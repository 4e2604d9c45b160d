import type { FieldProperty } from "../../archive/records/kintone-app";
import { isObject } from "../../archive/records/understood";

/** An option of a field of choices, and its place among them. */
export interface FieldOption {
  name: string;
  /** As kintone counts: "0" is the first. */
  index: string;
}

/** The options of a field in their order; none for a field that has no choices. */
export function optionsOf(property: FieldProperty): FieldOption[] {
  const options: unknown = Reflect.get(property, "options");
  if (!isObject(options)) return [];
  return Object.entries(options)
    .map(([name, option]) => ({ name, index: isObject(option) ? String(Reflect.get(option, "index")) : "" }))
    .sort((a, b) => Number(a.index) - Number(b.index));
}
