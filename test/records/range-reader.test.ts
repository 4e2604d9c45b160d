import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IdRange, rangesAround, rangesOf, restOf } from "../../src/records/id-ranges";
import { readRanges } from "../../src/records/range-reader";

const PAGE = 10;

/** @param limit how many were asked for */
const pageOf = (ids: number[], range: IdRange, limit = PAGE) => ({
  ...{ ids, length: ids.length },
  rest: ids.length < limit ? [] : restOf(range, ids.at(-1) ?? 0, limit),
});

/** An app with these ids, whose answers come in an order of chance. */
function appOf(ids: readonly number[], pagesAhead = 6, limitFor: (range: IdRange) => number = () => PAGE) {
  const requests: IdRange[] = [];
  let [underWay, most] = [0, 0];
  const read = async (range: IdRange) => {
    requests.push(range);
    underWay += 1;
    most = Math.max(most, underWay);
    for (let turns = 1 + ((Math.floor(range.after / PAGE) * 3) % 5); turns > 0; turns -= 1) await Promise.resolve();
    underWay -= 1;
    const limit = limitFor(range);
    return pageOf(ids.filter((id) => id > range.after && id <= range.upTo).slice(0, limit), range, limit);
  };
  return {
    requests,
    mostAtOnce: () => most,
    async readAll(ranges: readonly IdRange[], reader = read) {
      const pages: number[][] = [];
      const reading = { read: reader, pagesAhead: () => pagesAhead };
      for await (const { ids: found } of readRanges(ranges, reading)) pages.push(found);
      return pages;
    },
    read,
  };
}

const spreadOf = (ids: readonly number[]) => ({ count: ids.length, newestId: ids.at(-1) ?? 0 });
const someIds = fc
  .uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 400 })
  .map((ids) => ids.sort((a, b) => a - b));
/** Thick in some places, and nothing in between. */
const lumps = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 60 })), { maxLength: 8 })
  .map((parts) => [...new Set(parts.flatMap(([at, length]) => Array.from({ length }, (_, index) => at + index + 1)))])
  .map((ids) => ids.sort((a, b) => a - b));

describe("ranges of ids", () => {
  it.each([
    ["scattered", someIds],
    ["in lumps", lumps],
  ])("that are %s give every id once, in order, in pages that are not empty", async (_, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (ids) => {
        const app = appOf(ids);
        const pages = await app.readAll(rangesOf(spreadOf(ids), PAGE));
        expect(pages.flat()).toEqual(ids);
        expect(pages.every((page) => page.length > 0)).toBe(true);
      }),
    );
  });

  it("give every id once, in order, whatever the size of each page", async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: PAGE }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(someIds, lumps), sizes, async (ids, limits) => {
        let asked = 0;
        const app = appOf(ids, 6, () => limits[(asked += 1) % limits.length] as number);
        expect((await app.readAll(rangesOf(spreadOf(ids), PAGE))).flat()).toEqual(ids);
      }),
    );
  });

  it("without gaps cost one request for each smaller page, too", async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => index + 1);
    const app = appOf(ids, 6, () => 2);
    expect((await app.readAll(rangesOf(spreadOf(ids), PAGE))).flat()).toEqual(ids);
    expect(app.requests).toHaveLength(501);
  });

  it("cost few requests more than there are pages, wherever the ids are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(someIds, lumps), async (ids) => {
        const app = appOf(ids);
        await app.readAll(rangesOf(spreadOf(ids), PAGE));
        expect(app.requests.length).toBeLessThan(34 + 17 * (ids.length / PAGE));
      }),
    );
  });

  it("without gaps cost one request for each page, and one for what is added meanwhile", async () => {
    const ids = Array.from({ length: 205 }, (_, index) => index + 1);
    const app = appOf(ids);
    await app.readAll(rangesOf(spreadOf(ids), PAGE));
    expect(app.requests).toHaveLength(22);
    expect(app.mostAtOnce()).toBeGreaterThan(1);
  });

  it("of which only the last hundredth is in use cost about twice the pages", async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => 99_001 + index);
    const app = appOf(ids);
    expect((await app.readAll(rangesOf(spreadOf(ids), PAGE))).flat()).toEqual(ids);
    expect(app.requests.length).toBeLessThan(2 * (ids.length / PAGE) + 40);
  });

  it("give what is added behind the newest", async () => {
    const ids = Array.from({ length: 60 }, (_, index) => index + 1);
    const app = appOf(ids);
    const pages = await app.readAll(rangesOf({ count: 20, newestId: 20 }, PAGE));
    expect(pages.flat()).toEqual(ids);
  });

  it("are asked for in the same way each time, whatever is answered first", async () => {
    const ids = Array.from({ length: 300 }, (_, index) => (index + 1) ** 2);
    const [one, other] = [appOf(ids, 2), appOf(ids, 20)];
    for (const app of [one, other]) await app.readAll(rangesOf(spreadOf(ids), PAGE));
    const asked = (app: typeof one) => app.requests.map(({ after, upTo }) => `${after}-${upTo}`).sort();
    expect(asked(one)).toEqual(asked(other));
  });
});

describe("a range that cannot be read", () => {
  it("comes as an error behind the pages before it, when nothing is under way any more", async () => {
    const ids = Array.from({ length: 200 }, (_, index) => index + 1);
    const app = appOf(ids);
    let underWay = 0;
    const pages: number[][] = [];
    const read = async (range: IdRange) => {
      underWay += 1;
      const page = await app.read(range).finally(() => (underWay -= 1));
      if (range.after === 50) throw new Error("gone");
      return page;
    };
    const reading = { read, pagesAhead: () => 6 };
    await expect(
      (async () => {
        for await (const { ids: found } of readRanges(rangesOf(spreadOf(ids), PAGE), reading)) pages.push(found);
      })(),
    ).rejects.toThrow("gone");
    expect(pages.flat()).toEqual(ids.slice(0, 50));
    expect(underWay).toBe(0);
    expect(app.requests.length).toBeLessThan(14);
  });
});

describe("ranges around known ids", () => {
  it("hold a page of them each, and reach up to the end without a gap", () => {
    fc.assert(
      fc.property(someIds, fc.integer({ min: 0, max: 500 }), (ids, more) => {
        const upTo = (ids.at(-1) ?? 0) + more;
        const ranges = rangesAround(ids, upTo, PAGE);
        for (const { after, upTo: end } of ranges) {
          expect(ids.filter((id) => id > after && id <= end).length).toBeLessThanOrEqual(PAGE);
        }
        const bounds = ranges.flatMap(({ after, upTo: end }) => [after, end]);
        expect([bounds[0] ?? 0, bounds.at(-1) ?? 0]).toEqual([0, upTo]);
        for (let at = 1; at + 1 < bounds.length; at += 2) expect(bounds[at]).toBe(bounds[at + 1]);
        expect(ranges.length).toBeLessThanOrEqual(Math.ceil(ids.length / PAGE) + 1);
      }),
    );
  });
});
