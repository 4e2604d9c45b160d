import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { migrate, parseSettings } from "../../src/settings/migration";
import { DEFAULT_SETTINGS, SETTINGS_LIMITS } from "../../src/settings/settings";

const problem = (stored: object) => {
  const parsed = parseSettings(stored);
  return "problems" in parsed ? parsed.problems : [];
};
const accepted = (stored: object) => {
  const parsed = parseSettings(stored);
  return "settings" in parsed ? parsed.settings : undefined;
};

const usable = fc.record({
  version: fc.constant(1 as const),
  filePrefix: fc.stringMatching(/^[a-zA-Z0-9_\-バックアップ品質]{1,64}$/),
  timeZone: fc.constantFrom("Asia/Tokyo", "America/New_York", "UTC"),
  volumeLimitMiB: fc.integer(SETTINGS_LIMITS.volumeLimitMiB),
  requestsAtOnce: fc.integer(SETTINGS_LIMITS.requestsAtOnce),
  requestsPerAppAndDay: fc.integer(SETTINGS_LIMITS.requestsPerAppAndDay),
  drillDays: fc.integer(SETTINGS_LIMITS.drillDays),
  spacesLeftOut: fc.constantFrom("", "77", "3, 77"),
  incremental: fc.boolean(),
  pluginsAndSpaces: fc.boolean(),
  people: fc.boolean(),
});

describe("settings", () => {
  it("are the defaults where nothing was chosen", () => {
    expect(accepted({})).toEqual(DEFAULT_SETTINGS);
    expect(accepted({ requestsAtOnce: 2 })).toEqual({ ...DEFAULT_SETTINGS, requestsAtOnce: 2 });
  });

  it("come back from storage as they were", () => {
    fc.assert(
      fc.property(usable, (settings) => {
        expect(accepted(settings)).toEqual(settings);
      }),
    );
  });

  it("take numbers as input fields give them, full-width digits too", () => {
    expect(accepted({ volumeLimitMiB: " 512 ", requestsAtOnce: "８" })).toMatchObject({
      volumeLimitMiB: 512,
      requestsAtOnce: 8,
    });
  });

  it("take ids of spaces as people write them, each once and in their order", () => {
    expect(accepted({ spacesLeftOut: "77、３，3 ,\u300012;" })).toMatchObject({ spacesLeftOut: "3, 12, 77" });
    expect(accepted({ spacesLeftOut: " " })).toMatchObject({ spacesLeftOut: "" });
    for (const wrong of ["人事", "3-5", "0", "-1", 77, null]) {
      expect(problem({ spacesLeftOut: wrong })).toEqual([{ field: "spacesLeftOut", reason: "not-an-id", facts: {} }]);
    }
  });

  it("never throw and never let through what the limits forbid", () => {
    const value = fc.oneof(fc.anything(), fc.integer(), fc.double(), fc.string({ unit: "binary" }));
    const stored = fc.record(
      { filePrefix: value, timeZone: value, volumeLimitMiB: value, requestsAtOnce: value },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(stored, fc.anything()), (anything) => {
        const parsed = parseSettings(anything);
        if ("problems" in parsed) {
          expect(parsed.problems.length).toBeGreaterThan(0);
          return;
        }
        const { filePrefix, volumeLimitMiB, requestsAtOnce } = parsed.settings;
        expect(filePrefix).toMatch(/^[^<>:"/\\|?*.\p{Cc}]{1,64}$/u);
        expect([volumeLimitMiB >= 64 && volumeLimitMiB <= 3072, Number.isInteger(volumeLimitMiB)]).toEqual([
          true,
          true,
        ]);
        expect([requestsAtOnce >= 1 && requestsAtOnce <= 20, Number.isInteger(requestsAtOnce)]).toEqual([true, true]);
      }),
    );
  });

  it.each([
    [{ filePrefix: " " }, "filePrefix", "required", {}],
    [{ filePrefix: "あ".repeat(65) }, "filePrefix", "too-long", { max: 64 }],
    [{ filePrefix: "a/b:c/" }, "filePrefix", "forbidden-character", { characters: "/:" }],
    [{ filePrefix: "con.x" }, "filePrefix", "forbidden-character", { characters: "." }],
    [{ filePrefix: "a\u202Eb" }, "filePrefix", "forbidden-character", { characters: "\u202E" }],
    [{ timeZone: "" }, "timeZone", "required", {}],
    [{ timeZone: "Asia/Edo" }, "timeZone", "unknown-time-zone", {}],
    [{ timeZone: "+09:00" }, "timeZone", "unknown-time-zone", {}],
    [{ volumeLimitMiB: "" }, "volumeLimitMiB", "required", { min: 64, max: 3072 }],
    [{ volumeLimitMiB: 63 }, "volumeLimitMiB", "out-of-range", { min: 64, max: 3072 }],
    [{ volumeLimitMiB: "3073" }, "volumeLimitMiB", "out-of-range", { min: 64, max: 3072 }],
    [{ requestsAtOnce: "many" }, "requestsAtOnce", "not-a-number", { min: 1, max: 20 }],
    [{ requestsAtOnce: 1.5 }, "requestsAtOnce", "not-a-number", { min: 1, max: 20 }],
    [{ requestsAtOnce: true }, "requestsAtOnce", "not-a-number", { min: 1, max: 20 }],
    [{ filePrefx: "a" }, "filePrefx", "unknown-name", {}],
    [{ version: 2 }, "version", "newer-version", { version: 2, max: 1 }],
    [{ version: "1" }, "version", "unreadable", {}],
  ])("tell what is wrong with %j", (stored, field, reason, facts) => {
    expect(problem(stored)).toEqual([{ field, reason, facts }]);
  });

  it("tell everything that is wrong at once", () => {
    const problems = problem({ filePrefix: "", timeZone: "x", volumeLimitMiB: 1, requestsAtOnce: 99 });
    expect(problems.map(({ field }) => field)).toEqual(["filePrefix", "timeZone", "volumeLimitMiB", "requestsAtOnce"]);
  });

  it.each([null, undefined, [], "text", 1])("cannot be read from %j", (stored) => {
    expect(parseSettings(stored)).toEqual({ problems: [{ field: "", reason: "unreadable", facts: {} }] });
  });
});

describe("migration", () => {
  const steps = [
    (older: Record<string, unknown>) => ({ ...older, second: "from 1" }),
    ({ second, ...older }: Record<string, unknown>) => ({ ...older, third: `${String(second)}, from 2` }),
  ];

  it("goes every step from the version that was stored, and none before", () => {
    expect(migrate({ kept: 1 }, steps)).toEqual({ kept: 1, third: "from 1, from 2", version: 3 });
    expect(migrate({ kept: 1, second: "own", version: 2 }, steps)).toEqual({
      kept: 1,
      third: "own, from 2",
      version: 3,
    });
    expect(migrate({ third: "own", version: 3 }, steps)).toEqual({ third: "own", version: 3 });
  });
});
