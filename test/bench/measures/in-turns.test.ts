import { expect, it } from "vitest";
import { inTurns, turnsFor } from "./in-turns";

it("everybody runs in turn, and who took long enough does not run again", async () => {
  const log: string[] = [];
  const runner = (name: string, seconds: number) => async () => {
    log.push(name);
    return { seconds };
  };
  const finishes = await inTurns([runner("quick", 1), runner("slow", 40)], { most: 3, enoughSeconds: 60 }, () => false);
  expect(log).toEqual(["quick", "slow", "quick", "slow", "quick"]);
  expect(finishes.map(({ length }) => length)).toEqual([3, 2]);
});

it("nobody begins when it is late", async () => {
  let turns = 0;
  const runner = async () => ({ seconds: (turns += 1) });
  const finishes = await inTurns([runner, runner], { most: 3, enoughSeconds: 60 }, () => turns === 1);
  expect(finishes).toEqual([[{ seconds: 1 }], []]);
});

it("a quick bench runs everybody once", async () => {
  const finishes = await inTurns([async () => ({ seconds: 0 })], turnsFor(true), () => false);
  expect(finishes).toEqual([[{ seconds: 0 }]]);
});
