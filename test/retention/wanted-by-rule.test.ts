import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Generation } from "../../src/retention/generation";
import { COUNTED, type RetentionRule } from "../../src/retention/rule";
import { wantedByRule } from "../../src/retention/wanted-by-rule";
import { generation } from "./generations";

const HOUR = 60 * 60 * 1000;

/** What restic's `forget` keeps, told again in the manner of its source (snapshot_policy.go), in UTC. */
function keptByRestic(newestFirst: readonly Generation[], rule: RetentionRule): Set<Generation> {
  const day = (date: Date) => Math.floor(date.getTime() / (24 * HOUR));
  const buckets = [
    { left: rule.last ?? 0, of: (_: Date, nr: number) => nr },
    { left: rule.daily ?? 0, of: day },
    // 1970-01-01 was a Thursday: Mondays begin a week.
    { left: rule.weekly ?? 0, of: (date: Date) => Math.floor((day(date) + 3) / 7) },
    { left: rule.monthly ?? 0, of: (date: Date) => date.getUTCFullYear() * 100 + date.getUTCMonth() },
    { left: rule.yearly ?? 0, of: (date: Date) => date.getUTCFullYear() },
  ].map((bucket) => ({ ...bucket, last: -1 }));
  const kept = new Set<Generation>();
  newestFirst.forEach((one, nr) => {
    for (const bucket of buckets) {
      if (bucket.left === 0) continue;
      const value = bucket.of(one.at, nr);
      if (value === bucket.last && nr !== newestFirst.length - 1) continue;
      kept.add(one);
      bucket.last = value;
      bucket.left -= 1;
    }
  });
  return kept;
}

const times = fc.uniqueArray(fc.integer({ min: 0, max: 24 * 365 * 4 }), { minLength: 1, maxLength: 60 });
const rules = fc.record(Object.fromEntries(COUNTED.map((part) => [part, fc.integer({ min: 0, max: 8 })])));
const newestFirst = (hours: readonly number[]) =>
  [...hours]
    .sort((a, b) => b - a)
    .map((hour) => generation(new Date(Date.UTC(2023, 0, 1) + hour * HOUR).toISOString()));

function wanted(generations: readonly Generation[], rule: RetentionRule, timeZone = "Asia/Tokyo"): string[] {
  const all = wantedByRule(generations, rule, timeZone);
  return [...all].filter(([, by]) => by.length > 0).map(([{ runId }]) => runId);
}

describe("what a rule wants", () => {
  it("is what restic's forget keeps", () => {
    fc.assert(
      fc.property(times, rules, (hours, rule) => {
        const generations = newestFirst(hours);
        const ours = [...wantedByRule(generations, rule, "UTC")].filter(([, by]) => by.length > 0);
        expect(new Set(ours.map(([one]) => one))).toEqual(keptByRestic(generations, rule));
      }),
      { numRuns: 500 },
    );
  });

  it("goes by the days of its time zone", () => {
    // Both on the 30th in UTC, on the 30th and the 1st in Tokyo.
    const generations = [generation("2026-11-30T16:00:00Z"), generation("2026-11-30T14:00:00Z")];
    expect(wanted(generations, { monthly: 2 }, "UTC")).toHaveLength(2);
    const more = [...generations, generation("2026-11-30T01:00:00Z")];
    expect(wanted(more, { daily: 2 }, "Asia/Tokyo")).toEqual(["2026-11-30T16:00:00Z", "2026-11-30T14:00:00Z"]);
    expect(wanted(more, { daily: 2 }, "UTC")).toEqual(["2026-11-30T16:00:00Z", "2026-11-30T01:00:00Z"]);
  });

  it("counts one for the day on which clocks are put back, and for the one on which they are put forward", () => {
    const inBerlin = (at: string) => generation(`2026-${at}Z`);
    const back = [inBerlin("10-25T01:30:00"), inBerlin("10-25T00:30:00"), inBerlin("10-24T01:00:00")];
    expect(wanted(back, { daily: 2 }, "Europe/Berlin")).toEqual(["2026-10-25T01:30:00Z", "2026-10-24T01:00:00Z"]);
    const forward = [inBerlin("03-29T21:59:00"), inBerlin("03-28T23:01:00"), inBerlin("03-28T22:59:00")];
    expect(wanted(forward, { daily: 2 }, "Europe/Berlin")).toEqual(["2026-03-29T21:59:00Z", "2026-03-28T22:59:00Z"]);
  });

  it("takes weeks from Monday, and a turn of the year for the week that it is in", () => {
    // Thursday, the 31st, and Friday, the 1st, are in week 53 of 2026; Monday, the 4th, is in the first of 2027.
    const days = ["2027-01-04", "2027-01-01", "2026-12-31", "2026-12-27"].map((day) => generation(`${day}T03:00:00Z`));
    expect(wanted(days, { weekly: 2 }, "UTC")).toEqual(["2027-01-04T03:00:00Z", "2027-01-01T03:00:00Z"]);
  });

  it("counts ages from the latest whole one, not from today", () => {
    const generations = ["2020-06-30", "2020-05-31", "2020-05-30", "2020-05-29"].map((day) =>
      generation(`${day}T03:00:00Z`),
    );
    const within = { years: 0, months: 1, days: 0, hours: 0 };
    expect(wanted(generations, { within }, "UTC")).toEqual(["2020-06-30T03:00:00Z", "2020-05-31T03:00:00Z"]);
  });

  it("keeps the incomplete one of a day that has no other, and does not count it", () => {
    const partial = { isWhole: false };
    const generations = [
      generation("2026-11-30T03:00:00Z"),
      generation("2026-11-29T03:00:00Z", partial),
      generation("2026-11-28T09:00:00Z", partial),
      generation("2026-11-28T03:00:00Z"),
      generation("2026-11-27T03:00:00Z"),
    ];
    expect(wanted(generations, { daily: 2 }, "UTC")).toEqual([
      "2026-11-30T03:00:00Z",
      "2026-11-29T03:00:00Z",
      "2026-11-28T03:00:00Z",
    ]);
  });
});
