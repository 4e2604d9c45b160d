import fc from "fast-check";

/** What happens to one part of a JSON text: it is gone, or something else is in its place. */
export type Harm = (value: unknown) => unknown;

/** Gives `undefined` for a part that is to be gone. */
export const GONE: Harm = () => undefined;

/** `$.a["b c"][0]`: the way to a part. */
function wayOf(keys: readonly string[], json: unknown): string {
  let [way, value] = ["$", json];
  for (const key of keys) {
    const inObject = /^[A-Za-z_]\w*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    way += Array.isArray(value) ? `[${key}]` : inObject;
    value = (value as Record<string, unknown>)[key];
  }
  return way;
}

/** The same JSON with that part harmed. What is gone from a list leaves no hole. */
export function harmed(json: unknown, way: string, harm: Harm): unknown {
  const keys = way.match(/[^$.[\]"]+/gu) ?? [];
  const inside = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return harm(value);
    const inner = inside((value as Record<string, unknown>)[key], rest);
    if (Array.isArray(value)) {
      const kept = inner === undefined ? [] : [inner];
      return value.flatMap((item: unknown, at) => (String(at) === key ? kept : [item]));
    }
    return { ...(value as object), [key]: inner };
  };
  return JSON.parse(JSON.stringify(inside(json, keys) ?? null));
}

/** The ways to all parts of a JSON text. */
export function waysInto(json: unknown): string[] {
  const found: string[] = [];
  const look = (value: unknown, keys: readonly string[]) => {
    found.push(wayOf(keys, json));
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) look(member, [...keys, key]);
  };
  look(json, []);
  return found;
}

/** The part at the end of a way; `undefined` when it leads nowhere. */
export function partAt(json: unknown, way: string): unknown {
  let value: unknown = json;
  for (const key of way.match(/[^$.[\]"]+/gu) ?? []) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}

/** Any harm: gone, a number for a text, a text for a number, or something quite different. */
export const anyHarm: fc.Arbitrary<Harm> = fc.oneof(
  fc.constant(GONE),
  fc.constant<Harm>((value) => (typeof value === "string" ? Number(value) || 0 : JSON.stringify(value))),
  fc.constantFrom<unknown>(null, true, 7, "x", "", [], {}, [null], { a: [1] }).map(
    (value): Harm =>
      () =>
        value,
  ),
);
