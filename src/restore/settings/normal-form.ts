import { canonicalJson } from "../../archive/canonical-json";
import { isObject } from "../../archive/records/understood";
import { elementsOf } from "./form-elements";
import { members, type Shape, shapeOf } from "./shape";
import { thingsIn } from "./things";

/** A value as a text: two mean the same when their texts are the same. What means nothing is not in it. */
export function normalForm(value: unknown, said: Shape | undefined): string {
  if (value === undefined) return "";
  const shape = shapeOf(value, said);
  if (shape.kind === "form") return canonicalJson(elementsOf(value));
  if (!isObject(value)) return JSON.stringify(value);
  if (shape.kind === "value") {
    return Array.isArray(value) && shape.isSet
      ? canonicalJson(value.map((item) => canonicalJson(item)).sort())
      : canonicalJson(value);
  }
  if (shape.kind === "members") {
    return Array.isArray(value)
      ? canonicalJson(value)
      : JSON.stringify({ members: [...memberForms(value, shape)].sort() });
  }
  const things = thingsIn(value, shape).map(({ id, value: each }) => [id, normalForm(each, shape.each)]);
  return JSON.stringify(shape.isOrdered ? things : things.sort(([one = ""], [other = ""]) => (one < other ? -1 : 1)));
}

/** The normal forms of an object's members. */
export function memberForms(value: object, said: Shape): Map<string, string> {
  const { of, ignored = [] } = said.kind === "members" ? said : members();
  return new Map(
    Object.entries(value)
      .filter(([name, member]) => member !== undefined && !ignored.includes(name))
      .map(([name, member]) => [name, normalForm(member, Object.hasOwn(of, name) ? of[name] : undefined)]),
  );
}
