import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, goes } from "../../src/retention/decide";
import type { Generation } from "../../src/retention/generation";
import type { RetentionRule } from "../../src/retention/rule";
import { generation, nights } from "./generations";

const NOW = new Date("2026-11-30T12:00:00+09:00");

function gone(generations: readonly Generation[], rule: RetentionRule, now = NOW): string[] {
  const decision = decide(generations, rule, { now, timeZone: "Asia/Tokyo" });
  return decision.fates.filter((fate) => goes(decision, fate)).map(({ generation: { runId } }) => runId);
}

function guards(generations: readonly Generation[], runId: string) {
  const { fates } = decide(generations, { last: 1 }, { now: NOW, timeZone: "Asia/Tokyo" });
  return fates.find((fate) => fate.generation.runId === runId)?.guards;
}

describe("what may go", () => {
  it("is what no part of the rule wants", () => {
    const all = nights("2026-11-01", 30);
    expect(gone(all, { daily: 14 })).toHaveLength(16);
    expect(gone(all, { daily: 14, within: { years: 0, months: 0, days: 20, hours: 0 } })).toHaveLength(10);
  });

  it("is nothing without a rule, nor by one that wants nothing", () => {
    for (const rule of [{}, { daily: 0, last: 0 }]) expect(gone(nights("2026-11-01", 30), rule)).toEqual([]);
  });

  it("is nothing when backups stopped, however long ago", () => {
    const all = nights("2026-11-01", 10);
    const later = new Date("2036-11-30T00:00:00Z");
    const within = { years: 0, months: 0, days: 30, hours: 0 };
    expect(gone(all, { within }, later)).toEqual([]);
    expect(gone(all, { daily: 10 }, later)).toEqual([]);
  });

  it("is nothing while the newest run is no success, and nothing when none ever was", () => {
    const all = nights("2026-11-01", 30);
    const [last] = all.slice(-1);
    const failing = [...all, generation("2026-11-30T10:00:00+09:00", { isWhole: false })];
    expect(gone(failing, { last: 1 })).toEqual([]);
    expect(decide(failing, { last: 1 }, { now: NOW, timeZone: "UTC" }).nothingGoes).toBe("newest-incomplete");
    expect(guards(failing, String(last?.runId))).toEqual(["last-success"]);
    expect(guards(failing, "2026-11-30T10:00:00+09:00")).toEqual(["newest", "since-success"]);
    const never = all.map((one) => ({ ...one, isWhole: false }));
    expect(gone(never, { last: 1 })).toEqual([]);
  });

  it("is nothing that is held, locked, unknown, or from a clock that was wrong", () => {
    const all = nights("2026-11-01", 30);
    const marks: Array<Partial<Generation>> = [
      { held: "tax audit" },
      { lockedUntil: new Date("2026-12-01T00:00:00Z") },
      { isKnown: false },
      { at: new Date("2031-01-01T00:00:00Z") },
    ];
    const marked = all.map((one, at) => ({ ...one, ...marks[at] }));
    const left = gone(marked, { last: 3 });
    expect(left).toHaveLength(30 - 3 - marks.length);
    expect(marked.slice(0, marks.length).map(({ runId }) => guards(marked, runId))).toEqual([
      ["held"],
      ["locked"],
      ["unknown"],
      ["future"],
    ]);
    // What comes from the future does not age the others either.
    expect(gone(marked, { within: { years: 0, months: 0, days: 60, hours: 0 } })).toEqual([]);
  });

  it("is nothing when the clock is before all of them", () => {
    expect(gone(nights("2026-11-01", 30), { last: 1 }, new Date("1970-01-02T00:00:00Z"))).toEqual([]);
  });

  it("is one whose lock has run out", () => {
    const all = nights("2026-11-01", 3).map((one) => ({ ...one, lockedUntil: new Date("2026-11-30T02:59:59Z") }));
    expect(gone(all, { last: 1 })).toHaveLength(2);
  });

  it("never leaves a place without its last success, and never depends on the order in which they are listed", () => {
    const listed = fc.array(
      fc.record({ hour: fc.integer({ min: -2000, max: 200 }), isWhole: fc.boolean(), isKnown: fc.boolean() }),
      { maxLength: 40 },
    );
    const rule = fc.record({ last: fc.nat(3), daily: fc.nat(5), monthly: fc.nat(3) });
    fc.assert(
      fc.property(listed, rule, (hours, wanted) => {
        const all = hours.map(({ hour, ...more }, at) =>
          generation(new Date(NOW.getTime() + hour * 3_600_000).toISOString(), { runId: `run-${at}`, ...more }),
        );
        const left = new Set(gone(all, wanted));
        const successes = all.filter(({ isWhole, at }) => isWhole && at <= NOW);
        const last = successes.sort((a, b) => b.at.getTime() - a.at.getTime())[0];
        if (last)
          expect(
            successes.filter(({ at }) => at.getTime() === last.at.getTime()).some(({ runId }) => !left.has(runId)),
          ).toBe(true);
        else expect(left.size).toBe(0);
        expect(all.filter(({ isKnown, runId }) => !isKnown && left.has(runId))).toEqual([]);
        expect(new Set(gone([...all].reverse(), wanted))).toEqual(left);
      }),
    );
  });
});
