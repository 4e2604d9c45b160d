import { expect, it } from "vitest";
import { cancelCampaign, cancelPlans, countMoments, describeCancelled, PHASES } from "./campaign";
import type { Weather } from "./weather";

/** What else is wrong in each phase, in turn. */
const TROUBLES: Weather[] = ["away", "lossy", "slow", "lossy", "away"];

it("stops soon at every moment, as cancelled, with nothing left behind, whatever kintone is like", async () => {
  const inEachPhase = Object.values(PHASES).flatMap((at, index) => [
    { at, weather: "calm" as const, requestsAtOnce: 6 },
    { at, weather: TROUBLES[index % TROUBLES.length]!, requestsAtOnce: 1 },
  ]);
  const allOver = cancelPlans(await countMoments(), 1, { down: 2, calm: 5 });
  const runs = await cancelCampaign([...allOver, ...inEachPhase], { atOnce: 12 });
  expect(runs.filter(({ lies }) => lies.length > 0).map(describeCancelled)).toEqual([]);

  // Each phase was met; and from the last delivery on, there was nothing to cancel any more.
  const met = runs.filter(({ moment, at }) => moment === at);
  expect(met).toHaveLength(inEachPhase.length);
  const counts = ["cancelled", "success"].map((status) => met.filter((run) => run.status === status).length);
  expect(counts).toEqual([22, 8]);
  expect(runs.filter(({ remembered }) => !remembered).map(({ weather }) => weather)).toEqual(["down", "down"]);
}, 180_000);
