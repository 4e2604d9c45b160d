import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder } from "../../src/domain/in-order";

async function* each<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("inOrder", () => {
  it("yields every result in the order of the items, never doing more than the limit at once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(4), { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        async (delays, limit) => {
          let underWay = 0;
          let most = 0;
          const work = async (item: { index: number; delay: number }) => {
            most = Math.max(most, (underWay += 1));
            await pause(item.delay);
            underWay -= 1;
            return item.index;
          };
          const results: number[] = [];
          for await (const result of inOrder(each(delays.map((delay, index) => ({ index, delay }))), limit, work))
            results.push(result);
          expect(results).toEqual(delays.map((_, index) => index));
          expect(most).toBeLessThanOrEqual(limit);
          expect(most).toBe(Math.min(limit, delays.length));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("yields the results of what came before the items broke off, and then rejects", async () => {
    async function* breaking() {
      yield* [1, 2, 3];
      throw new Error("broken off");
    }
    const results: number[] = [];
    await expect(async () => {
      for await (const result of inOrder(breaking(), 5, async (item) => item)) results.push(result);
    }).rejects.toThrow("broken off");
    expect(results).toEqual([1, 2, 3]);
  });

  it("waits for what is under way before it passes an error on", async () => {
    let finished = 0;
    const work = async (item: number) => {
      await pause(item === 0 ? 1 : 20);
      if (item === 0) throw new Error("first");
      finished += 1;
    };
    await expect(async () => {
      for await (const _ of inOrder(each([0, 1, 2]), 3, work));
    }).rejects.toThrow("first");
    expect(finished).toBe(2);
  });
});
