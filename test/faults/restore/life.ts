import type { Random } from "../../emulator/sample/random";

/** The process of a restore is gone: nothing of it happens any more. */
class Killed extends Error {}

/** A process that is killed at one of its steps: before it is done, or when it is and nobody has heard of it. */
export function createLife(steps: number, random: Random) {
  let left = steps;
  return {
    steps,
    async step<Result>(work: () => Promise<Result>): Promise<Result> {
      left -= 1;
      const isDone = left > 0 || (left === 0 && random.chance(0.5));
      if (!isDone) throw new Killed();
      const result = await work();
      if (left <= 0) throw new Killed();
      return result;
    },
  };
}
