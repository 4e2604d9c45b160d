import { describe, expect, test } from "vitest";
import type { KintoneRecord } from "../../src/archive/records/kintone-app";
import { betweenIds, ids, SAMPLE, type SampledSource, someIds, someQuery } from "./source-sample";

const idOf = (record: KintoneRecord): number => Number(record.$id?.value);

/** What a source promises of records that are read. */
export function recordsContract({ source, app }: SampledSource): void {
  const read = async (query: string, afterId: number, upToId?: number, limit?: number) => {
    const range = {
      ...{ query, afterId: String(afterId) },
      ...(upToId !== undefined && { upToId: String(upToId) }),
      ...(limit !== undefined && { limit }),
    };
    const records = (await source().readRecords(app, range)).map(idOf);
    const versions = await source().readVersions(app, range);
    expect(versions.map(({ id }) => Number(id))).toEqual(records);
    return records;
  };

  describe("records", () => {
    test("come page by page, and a page that is not full is the last", async () => {
      const { recordsPerPage } = source();
      const found: number[] = [];
      for (let last = 0; ;) {
        const page = await read("", last);
        expect(page.length).toBeLessThanOrEqual(recordsPerPage);
        found.push(...page);
        if (page.length < recordsPerPage) break;
        last = page.at(-1)!;
      }
      expect(found).toEqual(ids);
    });

    test("come as many at a time as are asked for, and fewer are the last", async () => {
      expect(await read("", 0, undefined, 2)).toEqual([1, 2]);
      expect(await read("", 6, 12, 1)).toEqual([7]);
      expect(await read(someQuery, 8, 12, 2)).toEqual([9, 10]);
      expect(await read("", 504, undefined, 2)).toEqual([505, 506]);
      expect(await read("", 505, undefined, 2)).toEqual([506]);
      const newest = await source().readNewestRecords(app, "", 2);
      expect(newest.map(idOf)).toEqual([506, 505]);
    });

    test("are those of the range, which leaves out its beginning and has its end", async () => {
      const { recordsPerPage } = source();
      expect(await read("", 6, 8)).toEqual([7, 8]);
      expect(await read("", 2, 4)).toEqual([4]);
      expect(await read("", 4, 5)).toEqual([]);
      expect(await read("", 9, 9)).toEqual([]);
      expect(await read("", 504, 9999)).toEqual([505, 506]);
      expect(await read("", 506)).toEqual([]);
      expect(await read("", 1, 506)).toEqual(betweenIds(ids, 1).slice(0, recordsPerPage));
    });

    test("are those that match, within the range", async () => {
      const { recordsPerPage } = source();
      expect(await read(someQuery, 0)).toEqual(someIds.slice(0, recordsPerPage));
      expect(await read(someQuery, 8, 12)).toEqual([9, 10, 12].slice(0, recordsPerPage));
      expect(await read(someQuery, 12, 14)).toEqual([]);
      expect(await read('mark = "second"', 0)).toEqual([]);
    });

    test("are whole: what was written, and id and revision", async () => {
      const [record] = await source().readRecords(app, { query: "", afterId: "6", upToId: "7" });
      expect(record).toMatchObject({
        $id: { type: "__ID__", value: "7" },
        $revision: { type: "__REVISION__", value: "1" },
        text: { type: "SINGLE_LINE_TEXT", value: "1" },
        mark: { type: "SINGLE_LINE_TEXT", value: "first" },
        file: { type: "FILE", value: [{ name: "図面.txt", size: "5", contentType: "text/plain" }, { size: "0" }] },
      });
      expect(await source().readRecord(app, "7")).toEqual(record);
      const { $id, $revision, mark } = record!;
      expect(await source().readRecords(app, { query: "", afterId: "6", upToId: "7" }, ["mark"])).toEqual([
        { $id, $revision, mark },
      ]);
      const [version] = await source().readVersions(app, { query: "", afterId: "6" });
      expect(version).toEqual({ id: "7", revision: "1" });
    });

    test("are the newest for a sample: a page of them", async () => {
      const { recordsPerPage } = source();
      const newest = async (query: string) => (await source().readNewestRecords(app, query)).map(idOf);
      expect(await newest("")).toEqual(ids.slice(-recordsPerPage).reverse());
      expect(await newest(someQuery)).toEqual(someIds.slice(-recordsPerPage).reverse());
      expect(await newest('mark = "second"')).toEqual([]);
    });

    test("by id are those that are still there and match, in ascending order, whatever the order of the ids", async () => {
      const asked = ["2", "12", "13", "9999", "500", "3", "9"];
      const byId = async (query: string, wanted: readonly string[]) =>
        (await source().readRecordsById(app, { query, ids: wanted })).map(idOf);
      expect(await byId("", asked)).toEqual([2, 9, 12, 13, 500]);
      expect(await byId(someQuery, asked)).toEqual([2, 9, 12]);
      expect(await byId("", ["9999"])).toEqual([]);
      const hundred = ids.slice(-100);
      expect(await byId("", hundred.map(String))).toEqual(hundred);
      expect(await source().readRecordsById(app, { query: "", ids: ["7"] })).toEqual([
        await source().readRecord(app, "7"),
      ]);
    });

    test("are counted, all of them or up to an id", async () => {
      expect(await source().countRecords(app, { query: "" })).toBe(SAMPLE.records.length);
      expect(await source().countRecords(app, { query: "", upToId: "7" })).toBe(5);
      expect(await source().countRecords(app, { query: someQuery })).toBe(someIds.length);
      expect(await source().countRecords(app, { query: someQuery, upToId: "12" })).toBe(9);
      expect(await source().countRecords(app, { query: 'mark = "second"' })).toBe(0);
    });

    test("belong to whoever asked: what he does to them changes no other answer", async () => {
      const range = { query: "", afterId: "6", upToId: "7" };
      for (const record of await source().readRecords(app, range)) record.text!.value = "changed";
      for (const record of await source().readRecordsById(app, { query: "", ids: ["7"] }))
        record.text!.value = "changed";
      (await source().readRecord(app, "7")).text!.value = "changed";
      expect((await source().readRecord(app, "7")).text?.value).toBe("1");
      expect((await source().readNewestRecords(app, 'mark = "first"')).map(({ text }) => text?.value)).not.toContain(
        "changed",
      );
    });

    test("may be asked for in many ways at the same time", async () => {
      const [some, counted, one, ...pages] = await Promise.all([
        read(someQuery, 8, 12),
        source().countRecords(app, { query: "" }),
        source().readRecord(app, "9"),
        ...[100, 200, 300].map((after) => read("", after, after + 2)),
      ]);
      expect([some, counted, idOf(one)]).toEqual([
        [9, 10, 12].slice(0, source().recordsPerPage),
        SAMPLE.records.length,
        9,
      ]);
      expect(pages).toEqual([
        [101, 102],
        [201, 202],
        [301, 302],
      ]);
    });
  });
}
