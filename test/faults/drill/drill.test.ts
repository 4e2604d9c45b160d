import { expect, it } from "vitest";
import { describeDrilled, drillCampaign } from "./campaign";

it("never says of a drill what is not so, and touches nothing but its scratch app, whatever goes wrong", async () => {
  const seeds = Array.from({ length: 12 }, (_, index) => index + 1);
  const runs = await drillCampaign(seeds);
  expect(runs.filter(({ lies }) => lies.length > 0).map(describeDrilled)).toEqual([]);

  // The runs are about something: they have records, and they end in different ways.
  expect(runs.filter(({ records }) => records > 0).length).toBeGreaterThan(6);
  expect(new Set(runs.map(({ verdict }) => verdict)).size).toBeGreaterThan(2);
  expect(runs.filter(({ attempts }) => attempts > 1).length).toBeGreaterThan(3);
}, 180_000);
