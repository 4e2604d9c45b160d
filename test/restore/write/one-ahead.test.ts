import { expect, it } from "vitest";
import { oneAhead } from "../../../src/restore/write/one-ahead";

function scripted(log: string[]) {
  async function* items() {
    try {
      for (const item of [1, 2, 3]) {
        log.push(`item ${item}`);
        yield item;
      }
    } finally {
      log.push("closed");
    }
  }
  return items();
}

it("gives all items in their order, each looked at while the one before is worked on", async () => {
  const log: string[] = [];
  const given: number[] = [];
  for await (const item of oneAhead(scripted(log), async () => void log.push("looked"))) {
    given.push(item);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`worked on ${item}`);
  }
  expect(given).toEqual([1, 2, 3]);
  const place = (text: string) => log.indexOf(text);
  expect(log.slice(0, 2)).toEqual(["item 1", "looked"]);
  expect(place("item 2")).toBeLessThan(place("worked on 1"));
  expect(place("item 3")).toBeGreaterThan(place("worked on 1"));
  expect(log.filter((text) => text === "looked")).toHaveLength(3);
});

it("gives no item behind a look that fails, and closes what it takes them from", async () => {
  const log: string[] = [];
  let looks = 0;
  const look = async () => {
    looks += 1;
    if (looks === 2) throw new Error("changed");
  };
  const given: number[] = [];
  await expect(async () => {
    for await (const item of oneAhead(scripted(log), look)) given.push(item);
  }).rejects.toThrow("changed");
  expect([given, log.at(-1)]).toEqual([[1], "closed"]);
});

it("waits for what is under way when nobody wants more", async () => {
  const log: string[] = [];
  const look = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    log.push("looked");
  };
  for await (const item of oneAhead(scripted(log), look)) if (item === 1) break;
  expect(log).toEqual(["item 1", "looked", "item 2", "looked", "closed"]);
});
