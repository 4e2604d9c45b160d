import { expect, it } from "vitest";
import { describeRebuild, rebuildCampaign } from "./campaign";

it("never says of apps that are made anew what is not so, and makes none twice, whatever goes wrong", async () => {
  const seeds = Array.from({ length: 10 }, (_, index) => index + 1);
  const runs = await rebuildCampaign(seeds);
  expect(runs.filter(({ lies }) => lies.length > 0).map(describeRebuild)).toEqual([]);

  // The runs are about something: they have records, and they end in different ways.
  expect(runs.filter(({ records }) => records > 0).length).toBeGreaterThan(7);
  expect(new Set(runs.map(({ verdict }) => verdict)).size).toBeGreaterThan(1);
  expect(runs.filter(({ attempts }) => attempts > 1).length).toBeGreaterThan(2);
}, 180_000);
