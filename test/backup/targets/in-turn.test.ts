import { expect, it } from "vitest";
import { inTurn } from "../../../src/backup/targets/in-turn";

/** Items that are done when the test says so, in the order of the alphabet. */
function createWork(items: string, atOnce: number) {
  const held = new Set<string>();
  const begun: string[] = [];
  const finish = new Map<string, () => void>();
  let wake: () => void = () => undefined;
  const work = (item: string) => {
    begun.push(item);
    return new Promise<string>((resolve) => finish.set(item, () => resolve(item)));
  };
  const results: string[] = [];
  const over = (async () => {
    const watch = (told: () => void) => (wake = told);
    for await (const result of inTurn(items, atOnce, work, { has: (item) => held.has(item), watch })) {
      results.push(result);
    }
  })();
  return {
    begun: () => begun.join(""),
    results: () => results.join(""),
    over,
    async hold(...those: string[]) {
      held.clear();
      for (const item of those) held.add(item);
      wake();
      await settled();
    },
    async finish(...those: string[]) {
      for (const item of those) finish.get(item)?.();
      await settled();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it("works on so many at the same time, done ones that wait for their turn included, and keeps their order", async () => {
  const { begun, results, finish, over } = createWork("abcd", 2);
  expect(begun()).toBe("ab");
  await finish("b");
  expect([begun(), results()]).toEqual(["ab", ""]);
  await finish("a");
  expect([begun(), results()]).toEqual(["abcd", "ab"]);
  await finish("c");
  await finish("d");
  await over;
  expect(results()).toBe("abcd");
});

it("one that is held back takes no turn, and all the others are worked on", async () => {
  const { begun, results, hold, finish, over } = createWork("abcdef", 2);
  await hold("a");
  expect(begun()).toBe("abc");
  await finish("b", "c");
  await finish("d", "e");
  await finish("f");
  expect([begun(), results()]).toEqual(["abcdef", ""]);
  await hold();
  await finish("a");
  await over;
  expect(results()).toBe("abcdef");
});

it("those that are held back are not too many: each keeps something in memory", async () => {
  const items = Array.from({ length: 60 }, (_, at) => String.fromCharCode(200 + at)).join("");
  const { begun, hold, finish, over } = createWork(items, 2);
  await hold(...items);
  expect(begun()).toHaveLength(32);
  await hold();
  for (const item of items) await finish(item);
  await over;
  expect(begun()).toHaveLength(60);
});
