import { elementsOf, type FormElement } from "./form-elements";
import { movedAmong } from "./order";
import type { Place, SettingDifference } from "./settings-comparison";

/** What of a form's layout is another: what came, went, is of another size, or stands somewhere else among what stayed. */
export function layoutDifferences(
  before: unknown,
  after: unknown,
  way: readonly Place[],
  compareValues: (before: unknown, after: unknown, way: readonly Place[]) => SettingDifference[],
): SettingDifference[] {
  const [old, now] = [elementsOf(before), elementsOf(after)];
  const known = new Map(old.map((element) => [element.id, element]));
  const left = new Set(now.map(({ id }) => id));
  const moved = movedElements(old, now);
  return [
    ...old
      .filter(({ id }) => !left.has(id))
      .map((element): SettingDifference => ({
        change: "removed",
        where: [...way, element.named],
        before: told(element),
      })),
    ...now.flatMap((element): SettingDifference[] => {
      const where = [...way, element.named];
      const own = known.get(element.id);
      if (!own) return [{ change: "added", where, after: told(element) }];
      const others = compareValues(own.value, element.value, where);
      if (!moved.has(element.id)) return others;
      return [{ change: "moved", where, before: own.place, after: element.place }, ...others];
    }),
  ];
}

/** Ids of elements that are in another container, or in another order than those beside them, or in another row. */
function movedElements(old: readonly FormElement[], now: readonly FormElement[]): Set<string> {
  const before = new Map(old.map((element, at) => [element.id, { ...element, at }]));
  const both = now.flatMap((element) => {
    const own = before.get(element.id);
    return own ? [{ id: element.id, own, element }] : [];
  });
  const moved = new Set(both.filter(({ own, element }) => own.place.in !== element.place.in).map(({ id }) => id));
  for (const container of new Set(now.map(({ place }) => place.in))) {
    const among = both.filter(({ id, element }) => element.place.in === container && !moved.has(id));
    const strayed = movedAmong(among.map(({ own }) => own.at));
    const stayed = among.filter((_, at) => !strayed.has(at));
    for (const at of strayed) moved.add(among[at]?.id ?? "");
    for (const [at, { id, own, element }] of stayed.entries()) {
      const behind = stayed[at - 1];
      const joined = behind !== undefined && behind.own.place.row === own.place.row;
      const isJoined = behind !== undefined && behind.element.place.row === element.place.row;
      if (joined !== isJoined) moved.add(id);
    }
  }
  return moved;
}

const told = ({ place, value }: FormElement) => ({ ...value, place });
