import type { FieldProperty } from "../../../archive/records/kintone-app";
import type { Bench } from "../making/bench";
import { fieldDefinition } from "./field-definition";
import { pieceOf, type StepContext } from "./step-context";
import { isNamedAs } from "./taking";
import { type Work, workOf } from "./work";

/** Adds fields all together, but for those that are refused. */
export function addedFields(bench: Bench, fields: readonly FieldProperty[], context: StepContext): Work {
  return workOf({
    items: fields,
    pieceOf: ({ code }) => pieceOf("app/form/fields", code),
    send: (next) => addFields(bench, next, context),
    isNamed: ({ code }, error) => isNamedAs(`properties[${code}]`, error) || isNamedAs(`properties.${code}`, error),
  });
}

export async function addFields(bench: Bench, fields: readonly FieldProperty[], context: StepContext): Promise<void> {
  const properties = Object.fromEntries(fields.map((field) => [field.code, fieldDefinition(field, context)]));
  await bench.change({ method: "POST", setting: "app/form/fields", body: { properties } });
}

/** Those that the new app does not have yet. Of those that an earlier attempt added it is told once more who is not in them. */
export async function lackingFields(
  bench: Bench,
  fields: readonly FieldProperty[],
  context: StepContext,
): Promise<FieldProperty[]> {
  const { properties } = await bench.read("app/form/fields");
  const isThere = ({ code }: FieldProperty) => Object.hasOwn(properties, code);
  for (const field of fields.filter(isThere)) fieldDefinition(field, context);
  return fields.filter((field) => !isThere(field));
}
