import { beforeEach, describe, expect, test } from "vitest";
import type { RecordVersion } from "../../src/domain/record-copies";
import type { Written } from "../../src/domain/sink";
import { added, expectRefusal, factsOf, titles, values, type WritableApp } from "./sink-form";

/** What a sink promises of what is refused: what it tells, and that nothing was done. */
export function sinkRefusalsContract(fresh: () => Promise<WritableApp>): void {
  let writable: WritableApp;
  let app: WritableApp["app"];
  let first: RecordVersion;
  let second: RecordVersion;
  const before = ["first", "second"];

  beforeEach(async () => {
    writable = await fresh();
    ({ app } = writable);
    [first, second] = (await added(writable, ...before)) as [RecordVersion, RecordVersion];
  });
  const nothingWasDone = async () => expect(await titles(writable)).toEqual(before);
  const renamed = (version: RecordVersion, cells = {}) => ({
    ...version,
    record: values({ title: "changed", ...cells }),
  });

  describe("what somebody changed meanwhile", () => {
    beforeEach(async () => {
      const changed = await writable.manager.update(app, [{ ...second, record: values({ amount: "1" }) }]);
      expect(changed.outcome).toBe("done");
    });

    test("is not written over", async () => {
      const written = await writable.writer.update(app, [renamed(first), renamed(second)]);
      expectRefusal(written, { outcome: "changed-meanwhile", code: "GAIA_CO02", app });
      await nothingWasDone();
    });

    test("is not deleted", async () => {
      const written = await writable.writer.remove(app, [first, second]);
      expectRefusal(written, { outcome: "changed-meanwhile", code: "GAIA_CO02", app });
      await nothingWasDone();
    });
  });

  test.each<[string, (gone: RecordVersion) => Promise<Written>]>([
    ["changed", (gone) => writable.writer.update(app, [renamed(first), renamed(gone)])],
    ["deleted", (gone) => writable.writer.remove(app, [first, gone])],
  ])("a record that is gone is not %s, and does not come back", async (_how, write) => {
    const [gone] = (await added(writable, "gone")) as [RecordVersion];
    await writable.manager.remove(app, [gone]);
    expectRefusal(await write(gone), { outcome: "gone", code: "GAIA_RE01", app });
    await nothingWasDone();
  });

  describe("records that are refused are named", () => {
    const sentences = expect.arrayContaining([expect.any(String)]) as string[];
    const row = (count: string) => ({ value: values({ 個数: count, note: "" }) });
    const wrong = [
      {},
      { amount: "101" },
      { 部品: [row("1"), row("11"), row("12")], amount: "x" },
      { owner: [] },
      { 番号: "taken" },
    ];
    const refused = [
      { index: 1, fields: { amount: sentences } },
      { index: 2, fields: { amount: sentences, "部品.個数": sentences } },
      { index: 4, fields: { 番号: sentences } },
    ];

    test("when they are added", async () => {
      before.push("taken");
      await writable.manager.add(app, [values({ title: "taken", 番号: "taken" })]);
      const written = await writable.writer.add(app, wrong.map(values));
      expect(written).toMatchObject({ outcome: "records-refused", records: refused });
      expectRefusal(written, { outcome: "records-refused", code: "CB_VA01", app });
      await nothingWasDone();
      before.pop();
    });

    test("when they are changed", async () => {
      const written = await writable.writer.update(app, [renamed(first), renamed(second, { amount: "101" })]);
      expect(written).toMatchObject({
        outcome: "records-refused",
        records: [{ index: 1, fields: { amount: sentences } }],
      });
      await nothingWasDone();
    });
  });

  test.each<[string, string, object]>([
    ["a key of a lookup that is nowhere", "GAIA_LO04", { customer: "nobody" }],
    ["a user who is nowhere", "GAIA_IL26", { owner: [{ code: "nobody" }] }],
    ["a file that was never uploaded", "GAIA_BL01", { files: [{ fileKey: "no-such-key" }] }],
  ])("of %s it is told that one of them is refused", async (_what, code, cells) => {
    const written = await writable.writer.add(app, [values({ title: "fine" }), values({ ...cells })]);
    expectRefusal(written, { outcome: "batch-refused", code, app });
    const changed = await writable.writer.update(app, [renamed(first), renamed(second, cells)]);
    expectRefusal(changed, { outcome: "batch-refused", code, app });
    await nothingWasDone();
  });

  test("creator and times are given to new records alone, and only by who manages the app", async () => {
    const system = { created: "2019-01-02T03:04:00Z", creator: { code: "sato" } };
    const changed = await writable.manager.update(app, [renamed(first), renamed(second, system)]);
    expectRefusal(changed, { outcome: "batch-refused", code: "GAIA_UN10", app });
    await expect(writable.writer.add(app, [values({ title: "old", ...system })])).rejects.toMatchObject({
      ...{ code: "NO_PERMISSION", answer: { code: "GAIA_BF02" }, facts: factsOf(app) },
    });
    await nothingWasDone();
  });

  describe("what stands in the way of any batch rejects", () => {
    test.each<[string, () => Promise<unknown>]>([
      ["adding", () => writable.reader.add(app, [values({ title: "new" })])],
    ])("no right: %s", async (_how, write) => {
      await expect(write()).rejects.toMatchObject({ code: "NO_PERMISSION", retryable: false, facts: factsOf(app) });
      await nothingWasDone();
    });

    test.each<[string, (nowhere: WritableApp["app"]) => Promise<unknown>]>([
      ["adding", (nowhere) => writable.manager.add(nowhere, [values({ title: "new" })])],
      ["changing", (nowhere) => writable.manager.update(nowhere, [renamed(first)])],
      ["deleting", (nowhere) => writable.manager.remove(nowhere, [first])],
    ])("no app: %s", async (_how, write) => {
      const nowhere = { ...app, appId: "98765" };
      await expect(write(nowhere)).rejects.toMatchObject({ code: "APP_NOT_FOUND", facts: factsOf(nowhere) });
    });
  });

  test("who may only look changes and deletes nothing", async () => {
    for (const write of [
      () => writable.reader.update(app, [renamed(first)]),
      () => writable.reader.remove(app, [first]),
    ]) {
      // Of a user, one record's permissions may be the reason; of a token, none are.
      const ended = await write().then(
        (written) => ("error" in written ? written : { outcome: written.outcome, error: undefined }),
        (error: unknown) => ({ outcome: "batch-refused", error }),
      );
      expect(ended).toMatchObject({ outcome: "batch-refused", error: { code: "NO_PERMISSION", facts: factsOf(app) } });
    }
    await nothingWasDone();
  });
}
