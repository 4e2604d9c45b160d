import fc from "fast-check";
import { expect, test } from "vitest";
import { parseManifest } from "../../../src/archive/manifest/manifest-entry";
import { entry as entryOf, manifestOf, targetFacts } from "../volume-fixture";
import { expectValidManifest, schemaErrors } from "./manifest-schema";

const accepts = (manifest: unknown) => {
  try {
    parseManifest(JSON.stringify(manifest));
    return true;
  } catch {
    return false;
  }
};

const text = fc.string({ unit: "binary", maxLength: 8 });
const count = fc.maxSafeNat();
const counts = fc.record({ expected: count, written: count });
const digest = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
const few = <T>(items: fc.Arbitrary<T>) => fc.array(items, { maxLength: 3 });
const object = <T extends object>(members: { [Name in keyof T]: fc.Arbitrary<T[Name]> }, ...optional: Array<keyof T>) =>
  fc.record(members, {
    requiredKeys: (Object.keys(members) as Array<keyof T>).filter((name) => !optional.includes(name)),
  });

const KINDS = ["records", "csv", "comments", "attachment", "settings", "customize", "readme"];
const CODES = ["NOT_OFFERED_BY_KINTONE", "NOT_READ", "NOT_READABLE", "EXCLUDED", "NOT_IN_CSV", "FAILED"];
const PARTS = ["records", "attachments", "comments", "settings"];

const entry = object(
  { path: text, size: count, sha256: digest, kind: fc.constantFrom(...KINDS), target: text },
  "target",
);
const missing = object(
  {
    ...{ code: fc.constantFrom(...CODES), what: text, text, field: text, record: text, space: text, path: text },
    ...{ accepted: fc.record({ by: text, at: text, reason: text }), more: fc.integer({ min: 1 }) },
  },
  ...(["field", "record", "space", "path", "accepted", "more"] as const),
);
const target = object(
  {
    ...{ folder: text, appId: text, guestSpaceId: text, appName: text, revision: text, firstId: text, lastId: text },
    options: fc.record({ query: text, include: few(fc.constantFrom(...PARTS)), excludedFields: few(text) }),
    ...{ records: counts, attachments: counts, comments: fc.record({ written: count }) },
    files: fc.record({ records: count, csv: count, comments: count }),
    changedMeanwhile: fc.record({ added: count, changed: count, deleted: count }),
    renamed: few(fc.record({ path: text, trueName: text })),
    missing: few(missing),
  },
  ...(["guestSpaceId", "firstId", "lastId", "files"] as const),
);
const domain = fc.record({
  include: few(fc.constantFrom("spaces", "people")),
  lists: few(fc.record({ list: fc.constantFrom("plugins", "users", "memberships"), written: count })),
  missing: few(missing),
});
const manifest = object(
  {
    formatVersion: fc.constantFrom(1, 2, 3),
    runId: text,
    createdAt: fc
      .date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString()),
    volume: fc.integer({ min: 1 }),
    last: fc.boolean(),
    entries: few(entry),
    targets: few(target),
    domain,
    volumes: few(fc.record({ name: text, size: count, sha256: digest })),
  },
  "domain",
);

test("the JSON Schema and the program accept every manifest of the format", () => {
  fc.assert(
    fc.property(manifest, (made) => {
      expect(accepts(made)).toBe(true);
      expectValidManifest(made);
    }),
  );
});

/** What may be wrong by little, and anything else. */
const replacement = fc.oneof(
  { arbitrary: fc.jsonValue({ maxDepth: 1 }), weight: 1 },
  { arbitrary: fc.constantFrom(null, true, "1", 1, 0, -1, 1.5, 2 ** 53, -0, 1e300, [], {}, [{}]), weight: 2 },
  { arbitrary: fc.constantFrom(...KINDS, ...CODES, ...PARTS, "A".repeat(64), `${"a".repeat(64)}\n`), weight: 1 },
  {
    arbitrary: fc.constantFrom("2026-11-23T03:00:00Z", "2026-11-23 03:00:00+09", "2026-13-23T03:00:00Z", "2026-11-23"),
    weight: 1,
  },
);
const change = fc.oneof(
  fc.record({ kind: fc.constant("replace" as const), at: fc.nat(), value: replacement }),
  fc.record({ kind: fc.constant("remove" as const), at: fc.nat() }),
  fc.record({ kind: fc.constant("add" as const), at: fc.nat(), name: text, value: replacement }),
);

test("the JSON Schema and the program accept and refuse the same, whatever is changed in a manifest", () => {
  const verdicts = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(manifest, change, (made, changed) => {
      const spoilt = structuredClone(made);
      apply(changed, spoilt);
      const asJson: unknown = JSON.parse(JSON.stringify(spoilt));
      const valid = schemaErrors(asJson).length === 0;
      expect({ valid, asJson }).toEqual({ valid: accepts(asJson), asJson });
      verdicts[valid ? "accepted" : "refused"] += 1;
    }),
    { numRuns: 3000 },
  );
  // A test in which one of them hardly happens would show nothing.
  expect(Math.min(verdicts.accepted, verdicts.refused)).toBeGreaterThan(300);
});

/** One of everything, so that every member has a place. */
const full = {
  ...manifestOf(
    [entryOf("12/records.jsonl", "", "records")],
    [
      targetFacts({
        guestSpaceId: "3",
        options: { query: "", include: ["records"], excludedFields: ["f"] },
        files: { records: 1, csv: 0, comments: 0 },
        renamed: [{ path: "12/attachments/f-1/_CON", trueName: "CON" }],
        missing: [{ code: "FAILED", what: "attachment", text: "Gone", field: "f", record: "1", path: "12/a" }],
      }),
    ],
  ),
  volumes: [{ name: "a.zip", size: 1, sha256: "a".repeat(64) }],
};

function* nearMisses(value: unknown): Generator<unknown, void, undefined> {
  yield* [undefined, null, [], {}, true, 1, "1"];
  if (typeof value === "number") yield* [-1, 0, 0.5, 2 ** 53 - 1, 2 ** 53];
  if (typeof value === "string")
    yield* ["", value.toUpperCase(), `${value}\n`, ` ${value}`, value.slice(1), `${value}a`];
  if (Array.isArray(value)) yield* [[null], [{}], ["?"], [value]];
}

test("the JSON Schema and the program agree on every small mistake in every member", () => {
  let refused = 0;
  for (const at of placesIn(full).keys()) {
    const [, name] = placesIn(full)[at]!;
    for (const value of nearMisses(placesIn(full)[at]![0][name])) {
      const spoilt = structuredClone(full);
      apply({ kind: "replace", at, value }, spoilt);
      const asJson: unknown = JSON.parse(JSON.stringify(spoilt));
      const verdict = { name, value, valid: accepts(asJson) };
      expect({ ...verdict, valid: schemaErrors(asJson).length === 0 }).toEqual(verdict);
      if (!verdict.valid) refused += 1;
    }
  }
  expectValidManifest(full);
  expect(refused).toBeGreaterThan(200);
});

test("what is no object is no manifest", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(schemaErrors(value).length > 0).toBe(true);
      expect(accepts(value)).toBe(false);
    }),
  );
});

type Change = typeof change extends fc.Arbitrary<infer Made> ? Made : never;

/** Changes one member, somewhere. */
function apply(changed: Change | { kind: "replace"; at: number; value: unknown }, json: object): void {
  const places = placesIn(json);
  const [holder, name] = places[changed.at % places.length]!;
  if (changed.kind === "replace") holder[name] = changed.value;
  else if (changed.kind === "remove") Reflect.deleteProperty(holder, name);
  else if (!Array.isArray(holder)) holder[changed.name] = changed.value;
}

type Holder = Record<string, unknown>;

function placesIn(value: unknown): Array<[Holder, string]> {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [[value as Holder, name], ...placesIn(member)]);
}
