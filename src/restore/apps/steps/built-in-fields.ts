import type { FieldProperty } from "../../../archive/records/kintone-app";
import type { PresentField } from "../../../domain/settings-desk";
import type { Bench } from "../making/bench";
import { pieceOf } from "./step-context";
import { isNamedAs } from "./taking";
import { type Work, workOf } from "./work";

/** The members that kintone lets people change of such a field. */
const CHANGEABLE = ["code", "label", "noLabel"] as const;

/** Gives the fields that the app has by itself, named in the language of who made it, the archive's codes and names. */
export async function renamedBuiltIns(bench: Bench, wanted: readonly FieldProperty[]): Promise<Work> {
  const { properties } = await bench.read("app/form/fields");
  const others = wanted.flatMap((field) => {
    const present = Object.values(properties).find(({ type }) => type === field.type);
    return present && isOther(field, present) ? [{ field, code: present.code }] : [];
  });
  return workOf({
    items: others,
    pieceOf: ({ field }) => pieceOf("app/form/fields", field.code),
    send: (next) =>
      bench.change({
        ...{ method: "PUT", setting: "app/form/fields" },
        body: { properties: Object.fromEntries(next.map(({ field, code }) => [code, changed(field)])) },
      }),
    isNamed: ({ code }, error) => isNamedAs(`properties[${code}]`, error),
  });
}

const isOther = (field: FieldProperty, present: PresentField) =>
  CHANGEABLE.some((name) => Reflect.get(field, name) !== Reflect.get(present, name));

function changed(field: FieldProperty): object {
  const members = CHANGEABLE.flatMap((name) => (name in field ? [[name, Reflect.get(field, name)] as const] : []));
  return { type: field.type, ...Object.fromEntries(members) };
}
