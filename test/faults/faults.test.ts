import { expect, it } from "vitest";
import { campaign, describeRun, totals } from "./campaign";

const FIXED = Array.from({ length: 80 }, (_, index) => 1 + index);
/** Of every day others: what they find has to be repeatable, so they are printed. */
const FRESH = Array.from({ length: 6 }, (_, index) => 1_000_000 + (Math.floor(Date.now() / 1000) % 1_000_000) + index);

it(`does not lie in random fault runs (seeds 1 to ${FIXED.length}, ${FRESH[0]} to ${FRESH.at(-1)})`, async () => {
  const runs = await campaign([...FIXED, ...FRESH]);
  expect(runs.filter(({ lies }) => lies.length > 0).map(describeRun)).toEqual([]);
  // The judge was not idle: things were lost, and runs ended in every way.
  expect(totals(runs).losses).toBeGreaterThan(100);
  expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(["success", "partial", "failed", "cancelled"]));
}, 240_000);

it("runs the same way each time", async () => {
  const seeds = [11, 42, 58, 77];
  const essence = async (atOnce: number) =>
    (await campaign(seeds, { atOnce })).map(({ requests: _, ...run }) => JSON.stringify(run));
  expect(await essence(1)).toEqual(await essence(4));
}, 60_000);
