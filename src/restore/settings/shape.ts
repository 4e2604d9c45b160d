import { canonicalJson } from "../../archive/canonical-json";
import { isObject } from "../../archive/records/understood";
import type { ThingKind } from "./settings-comparison";

/**
 * What a part of a setting is like: how its parts are known, and what of it means nothing. Where no shape says otherwise, members are
 * compared by their names and entries of lists by what they are, so that what kintone adds one day is compared, too.
 */
export type Shape = ValueShape | MembersShape | ThingsShape | FormShape;

/** Compared as one. */
interface ValueShape {
  kind: "value";
  /** A list whose order means nothing. */
  isSet?: true;
}

export interface MembersShape {
  kind: "members";
  of: Readonly<Record<string, Shape>>;
  /** Names of members that mean nothing: ids, and what other members say, too. */
  ignored?: readonly string[];
}

/** Things that are known by their names: a list, or an object by its members. */
export interface ThingsShape {
  kind: "things";
  thing: ThingKind;
  know: (item: unknown, key: string) => Known;
  each: Shape;
  /** Their order means something. */
  isOrdered?: true;
  /** One that is another in its name alone, or has the same id in the same app, is the same under another name. */
  canBeRenamed?: true;
}

/** The rows of a form. */
interface FormShape {
  kind: "form";
}

interface Known {
  name: string;
  /** What people know it by, too. It may be another while the thing is the same. */
  note?: string;
  /** What tells it from others, where the name does not. */
  id?: string;
}

export const VALUE: Shape = { kind: "value" };
export const SET: Shape = { kind: "value", isSet: true };

export const members = (of: MembersShape["of"] = {}, ignored: readonly string[] = []): MembersShape => ({
  ...{ kind: "members", of, ignored },
});

/** By what it is: nothing else tells it from others. */
const ENTRIES: ThingsShape = {
  ...{ kind: "things", thing: "entry", isOrdered: true, each: VALUE },
  know: (item) => ({ name: typeof item === "string" ? item : JSON.stringify(JSON.parse(canonicalJson(item))) }),
};

/** The shape of a part of which nothing is said. */
export function shapeOf(value: unknown, said: Shape | undefined): Shape {
  if (said) return said;
  if (Array.isArray(value)) return ENTRIES;
  return isObject(value) ? members() : VALUE;
}

/** A member of an answer as a text; empty when there is none. */
export function textIn(value: unknown, ...way: string[]): string {
  let found = value;
  for (const name of way) found = isObject(found) && Object.hasOwn(found, name) ? Reflect.get(found, name) : undefined;
  if (found === undefined || found === null) return "";
  return typeof found === "object" ? canonicalJson(found) : String(found as string | number | boolean);
}
