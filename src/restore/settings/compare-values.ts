import { canonicalJson } from "../../archive/canonical-json";
import { isObject } from "../../archive/records/understood";
import { layoutDifferences } from "./compare-forms";
import { pairedThings } from "./paired-things";
import { normalForm } from "./normal-form";
import { movedAmong } from "./order";
import { type MembersShape, type Shape, shapeOf, type ThingsShape } from "./shape";
import type { Place, SettingDifference } from "./settings-comparison";
import { thingsIn } from "./things";

/**
 * What is another between two values of one shape, each by its own name. Nothing when both mean the same, and never nothing when they do not.
 *
 * @param hasSameIds both are of one app: what has the same id is the same, whatever it is called
 */
export function valueDifferences(
  before: unknown,
  after: unknown,
  shape: Shape | undefined,
  hasSameIds: boolean,
): SettingDifference[] {
  return differences(before, after, shape, []);

  function differences(
    one: unknown,
    other: unknown,
    said: Shape | undefined,
    way: readonly Place[],
  ): SettingDifference[] {
    if (normalForm(one, said) === normalForm(other, said)) return [];
    const found = told(one, other, said, way);
    return found.length > 0 ? found : [{ change: "changed", where: way, before: one, after: other }];
  }

  function told(one: unknown, other: unknown, said: Shape | undefined, way: readonly Place[]): SettingDifference[] {
    const own = shapeOf(one, said);
    if (own.kind === "form") {
      return layoutDifferences(one, other, way, (was, is, where) => differences(was, is, undefined, where));
    }
    if (own.kind === "things" && areHeld(one) && areHeld(other)) return ofThings(one, other, own, way);
    if (own.kind === "members" && isRecord(one) && isRecord(other)) return ofMembers(one, other, own, way);
    return [];
  }

  function ofMembers(
    one: Record<string, unknown>,
    other: Record<string, unknown>,
    { of, ignored = [] }: MembersShape,
    way: readonly Place[],
  ): SettingDifference[] {
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => !ignored.includes(name));
    return names.flatMap((name) => {
      const [was, is] = [one, other].map((value) => (Object.hasOwn(value, name) ? value[name] : undefined));
      return differences(was, is, Object.hasOwn(of, name) ? of[name] : undefined, [...way, { property: name }]);
    });
  }

  function ofThings(one: object, other: object, held: ThingsShape, way: readonly Place[]): SettingDifference[] {
    const { pairs, removed, added } = pairedThings(thingsIn(one, held), thingsIn(other, held), held, hasSameIds);
    const moved = held.isOrdered ? movedAmong(pairs.map(({ was }) => was.at)) : new Set<number>();
    return [
      ...removed.map((thing): SettingDifference => ({
        ...{ change: "removed", where: [...way, thing.place], before: thing.value },
      })),
      ...pairs.flatMap(({ was, is }, at): SettingDifference[] => {
        const where = [...way, was.place];
        const place = moved.has(at)
          ? [{ change: "moved", where, before: was.at + 1, after: is.at + 1 } satisfies SettingDifference]
          : [];
        return [...place, ...differences(was.value, is.value, held.each, where)];
      }),
      ...added.map((thing): SettingDifference => ({
        ...{ change: "added", where: [...way, thing.place], after: thing.value },
      })),
    ];
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => isObject(value) && !Array.isArray(value);
const areHeld = (value: unknown): value is object => isObject(value);

/** Whether two differences say the same. */
export const isSameDifference = (one: SettingDifference, other: SettingDifference): boolean =>
  canonicalJson(one) === canonicalJson(other);
