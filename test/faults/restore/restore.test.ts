import { expect, it } from "vitest";
import { describeRestore, restoreCampaign } from "./campaign";

it("never says of a restore what is not so, and adds nothing twice, whatever goes wrong", async () => {
  const seeds = Array.from({ length: 30 }, (_, index) => index + 1);
  const runs = await restoreCampaign(seeds);
  expect(runs.filter(({ lies }) => lies.length > 0).map(describeRestore)).toEqual([]);

  // The runs are about something: most have records to write, and they end in different ways.
  expect(runs.filter(({ planned }) => planned > 0).length).toBeGreaterThan(20);
  expect(new Set(runs.map(({ verdict }) => verdict)).size).toBeGreaterThan(2);
  expect(runs.filter(({ attempts }) => attempts > 1).length).toBeGreaterThan(8);
}, 180_000);
