import { beforeEach, describe, expect, test } from "vitest";
import type { AppRecord, RecordStore } from "../../src/domain/record-store";
import { expectRefusal, type ManagementApp, run } from "./management-app";
import { changesContract } from "./record-store-changes";
import { queriesContract } from "./record-store-queries";

/** What every store of records promises, for an app with the fields of the backup-management app. */
export function recordStoreContract(name: string, create: () => Promise<ManagementApp>): void {
  describe(`${name} keeps the contract of a record store`, () => {
    let store: RecordStore;
    let time: { now: Date };
    const all = () => store.find("order by $id asc limit 500");
    const cells = async (code: keyof AppRecord) => (await all()).map((record) => record[code]?.value);

    beforeEach(async () => {
      ({ store, time } = await create());
      time.now = new Date("2026-11-23T03:00:07Z");
    });

    queriesContract(() => store);

    describe("adding", () => {
      test("a record gives its id, and it is there with what nobody named", async () => {
        await store.add(run("earlier"));
        const id = await store.add(run("a", { run_records: "12", run_status: "running" }));
        expect(id).toMatch(/^\d+$/);
        const [, record] = await all();
        expect(record).toMatchObject({
          $id: { type: "__ID__", value: id },
          $revision: { type: "__REVISION__", value: "1" },
          ...{ run_id: { value: "a" }, run_records: { value: "12" }, run_status: { value: "running" } },
          ...{ run_lock: { value: "" }, run_results: { value: [] }, run_log: { value: [] } },
          ...{ target_enabled: { value: ["enabled"] }, run_saved: { value: null } },
        });
        const updated = Object.values(record!).filter(({ type }) => type === "UPDATED_TIME");
        expect(updated.map(({ value }) => value)).toEqual(["2026-11-23T03:00:00Z"]);
      });

      test("what a unique field holds already is refused, and nothing is added", async () => {
        await store.add(run("a"));
        await expectRefusal(store.add(run("a")), "REFUSED", "CB_VA01");
        await store.add(run("b"));
        expect(await cells("run_id")).toEqual(["a", "b"]);
      });

      test("of many at the same moment with one unique value exactly one gets in", async () => {
        const ends = await Promise.allSettled(
          ["a", "b", "c", "d"].map((id) => store.add(run(id, { run_lock: "held" }))),
        );
        expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
        expect(await cells("run_lock")).toEqual(["held"]);
      });

      test("several come in all or none, in their order, and at most a hundred", async () => {
        await store.addAll([run("a"), run("b")]);
        await expectRefusal(store.addAll([run("c"), run("b")]), "REFUSED", "CB_VA01");
        await expectRefusal(store.addAll([run("c"), run("c")]), "REFUSED", "CB_VA01");
        const many = Array.from({ length: 101 }, (_, index) => run(`many ${index}`));
        await expectRefusal(store.addAll(many), "REFUSED", "CB_VA01");
        expect(await cells("run_id")).toEqual(["a", "b"]);
        await store.addAll(many.slice(1));
        expect(await cells("run_id")).toHaveLength(102);
      });
    });

    changesContract(() => ({ store, time }));

    describe("a file", () => {
      const upload = () => store.upload({ name: "実行ログ.txt", data: new Blob(["ログ"], { type: "text/plain" }) });
      const log = (fileKey: string) => ({ run_log: [{ fileKey }] });

      test("gets into a record by its key, and out of it by that of the record", async () => {
        await store.add(run("a", log(await upload())));
        const [record] = await all();
        expect(record?.run_log?.value).toMatchObject([{ name: "実行ログ.txt", size: "6", contentType: "text/plain" }]);
        expect(await store.download(record?.run_log?.value[0]?.fileKey ?? "")).toBe("ログ");
      });

      test("gets into one record, once, and a key that is none is refused", async () => {
        const key = await upload();
        await store.add(run("a", log(key)));
        await expectRefusal(store.add(run("b", log(key))), "FILE_GONE");
        await expectRefusal(store.add(run("b", log("no-such-key"))), "FILE_GONE");
        expect(await cells("run_id")).toEqual(["a"]);
      });
    });
  });
}
