import { isObject } from "../../archive/records/understood";
import { memberForms, normalForm } from "./normal-form";
import { type ThingsShape, textIn } from "./shape";
import type { Thing } from "./things";

export interface PairedThings {
  /** In their new order. */
  pairs: Array<{ was: Thing; is: Thing }>;
  removed: Thing[];
  added: Thing[];
}

/** Which is which: by their names; those that are left, by their ids in the app, or by all that they are but their names. */
export function pairedThings(
  old: readonly Thing[],
  now: readonly Thing[],
  { canBeRenamed, each }: ThingsShape,
  hasSameIds: boolean,
): PairedThings {
  const byId = new Map(old.map((thing) => [thing.id, thing]));
  const partners = new Map(
    now.flatMap((thing) => {
      const was = byId.get(thing.id);
      return was ? [[thing, was] as const] : [];
    }),
  );
  if (canBeRenamed) {
    if (hasSameIds) pairBy((one, other) => kintoneId(one) !== "" && kintoneId(one) === kintoneId(other));
    pairBy((one, other) => areAlike(one, other));
  }
  const taken = new Set(partners.values());
  return {
    pairs: now.flatMap((is) => {
      const was = partners.get(is);
      return was ? [{ was, is }] : [];
    }),
    removed: old.filter((thing) => !taken.has(thing)),
    added: now.filter((thing) => !partners.has(thing)),
  };

  /** Only where there is no doubt. */
  function pairBy(isSame: (one: Thing, other: Thing) => boolean): void {
    const known = new Set(partners.values());
    const [gone, come] = [old.filter((thing) => !known.has(thing)), now.filter((thing) => !partners.has(thing))];
    for (const is of come) {
      const [was, ...others] = gone.filter((thing) => isSame(thing, is));
      const isOnly =
        was !== undefined && others.length === 0 && come.filter((thing) => isSame(was, thing)).length === 1;
      if (isOnly) partners.set(is, was);
    }
  }

  function areAlike({ value: one }: Thing, { value: other }: Thing): boolean {
    if (!isObject(one) || !isObject(other)) return normalForm(one, each) === normalForm(other, each);
    const [forms, others] = [memberForms(one, each), memberForms(other, each)];
    const names = new Set([...forms.keys(), ...others.keys()]);
    return names.size > 1 && [...names].filter((name) => forms.get(name) !== others.get(name)).length === 1;
  }
}

const kintoneId = ({ value }: Thing) => textIn(value, "id");
