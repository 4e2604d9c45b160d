import { beforeAll, describe, expect, test } from "vitest";
import type { CopyOrder } from "../../src/domain/record-copies";
import { formOf, layoutOf } from "../../src/domain/settings/form";
import { copiedIds, copiedRecords } from "../kintone/reading/copy-order";
import { betweenIds, ids, type SampledSource, someIds, someQuery } from "./source-sample";

/** What a source promises of records that are copied. */
export function copiesContract({ source, app }: SampledSource): void {
  describe("copies", () => {
    let order: CopyOrder;
    const fresh = (changes: Partial<CopyOrder> = {}): CopyOrder => ({ ...order, ...changes });
    const range = (query: string, afterId: number, upToId: number) => ({
      ...{ query, afterId: String(afterId), upToId: String(upToId) },
    });

    beforeAll(async () => {
      order = {
        fields: formOf(await source().readSetting(app, "app/form/fields")),
        layout: layoutOf(await source().readSetting(app, "app/form/layout")),
        ...{ excludedFields: [], attachments: true, oneByOne: false },
      };
    });

    test("are of the very records that are read, a page at a time", async () => {
      const { recordsPerPage } = source();
      for (const [query, afterId, upToId] of [
        ["", 0, 506],
        ["", 500, 506],
        ["", 4, 5],
        [someQuery, 8, 12],
      ] as const) {
        const asked = range(query, afterId, upToId);
        const copied = await source().copyRecords(app, asked, fresh());
        expect(copiedRecords(copied)).toEqual(await source().readRecords(app, asked));
        const expected = betweenIds(query === "" ? ids : someIds, afterId, upToId).slice(0, recordsPerPage);
        expect(copiedIds(copied)).toEqual(expected);
        expect(copied.copies.map(({ lines }) => lines.length).reduce((sum, size) => sum + size, 0)).toBe(
          copied.lines.length,
        );
      }
    });

    test("are as many at a time as are asked for", async () => {
      const copied = await source().copyRecords(app, { ...range("", 4, 506), limit: 2 }, fresh());
      expect(copiedIds(copied)).toEqual([6, 7]);
      const single = await source().copyRecords(app, { ...range("", 4, 506), limit: 1 }, fresh());
      expect(copiedIds(single)).toEqual([6]);
    });

    test("are by themselves when something has to be fetched for them, with what it is", async () => {
      const { recordsPerPage } = source();
      const copied = await source().copyRecords(app, range("", 4, 7), fresh());
      expect(copied.copies.map(({ versions }) => versions.map(({ id }) => id))).toEqual([["6"], ["7"]]);
      expect(copied.copies.map(({ attachments }) => attachments.length)).toEqual([0, 2]);
      const all = await source().copyRecords(app, range("", 0, 506), fresh({ oneByOne: true }));
      expect(all.copies.map(({ versions }) => versions.length)).toEqual(ids.slice(0, recordsPerPage).map(() => 1));
      const bare = await source().copyRecords(app, range("", 5, 7), fresh({ attachments: false }));
      expect(bare.copies.map(({ attachments }) => attachments.length)).toEqual([0]);
    });

    test("have no value of a field that stays out", async () => {
      const excluded = fresh({ excludedFields: ["text", "file"] });
      const asked = range("", 5, 7);
      for (const copied of [
        await source().copyRecords(app, asked, excluded),
        await source().copyRecordsById(app, { query: "", ids: ["6", "7"] }, excluded),
      ]) {
        expect(copiedIds(copied)).toEqual([6, 7]);
        for (const record of copiedRecords(copied)) {
          expect(Object.keys(record)).not.toContain("text");
          expect(Object.keys(record)).not.toContain("file");
          expect(record.mark?.value).toBe("first");
        }
      }
    });

    test("tell how form and records differ, of all that were copied by the same order", async () => {
      const none = range("", 506, 9999);
      const complete = fresh();
      expect((await source().copyRecords(app, range("", 5, 7), complete)).gaps).toEqual({
        ...{ missing: [], formIsOutdated: false },
      });
      const { text: _text, ...others } = order.fields.properties;
      const ghost = { type: "NUMBER", code: "ghost", label: "Ghost" };
      const other = fresh({ fields: { ...order.fields, properties: { ...others, ghost } } });
      const found = { missing: ["ghost"], formIsOutdated: true };
      expect((await source().copyRecords(app, none, other)).gaps).toEqual({ missing: [], formIsOutdated: false });
      const before = source();
      expect((await before.copyRecords(app, range("", 5, 7), other)).gaps).toEqual(found);
      expect((await before.copyRecords(app, none, other)).gaps).toEqual(found);
      expect((await before.copyRecordsById(app, { query: "", ids: ["9999"] }, other)).gaps).toEqual(found);
    });

    test("by id are of those that are still there and match, in ascending order, whatever the order of the ids", async () => {
      const asked = ["2", "12", "13", "9999", "500", "3", "9"];
      const byId = async (query: string, wanted: readonly string[]) =>
        copiedIds(await source().copyRecordsById(app, { query, ids: wanted }, fresh()));
      expect(await byId("", asked)).toEqual([2, 9, 12, 13, 500]);
      expect(await byId(someQuery, asked)).toEqual([2, 9, 12]);
      expect(await byId("", ["9999"])).toEqual([]);
      const hundred = ids.slice(-100);
      expect(await byId("", hundred.map(String))).toEqual(hundred);
      expect(copiedRecords(await source().copyRecordsById(app, { query: "", ids: ["7"] }, fresh()))).toEqual([
        await source().readRecord(app, "7"),
      ]);
    });
  });
}
