import { beforeEach, describe, expect, test } from "vitest";
import { BackupError } from "../../src/engine/errors";
import type { AppRecord, RecordStore } from "../../src/history/record-store";
import { type ManagementApp, run, values } from "./management-app";
import { queriesContract } from "./record-store-queries";

/** What every store of records promises, for an app with the fields of the backup-management app. */
export function recordStoreContract(name: string, create: () => Promise<ManagementApp>): void {
  describe(`${name} keeps the contract of a record store`, () => {
    let store: RecordStore;
    let time: { now: Date };
    const all = () => store.find("order by $id asc limit 500");
    const cells = async (code: keyof AppRecord) => (await all()).map((record) => record[code]?.value);
    /** With kintone's own code where it matters. */
    async function expectRefusal(work: Promise<unknown>, code: string, kintoneCode?: string): Promise<void> {
      const error = await work.then(
        () => "not refused",
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(BackupError);
      expect(error).toMatchObject({ code, retryable: false, ...(kintoneCode && { answer: { code: kintoneCode } }) });
    }

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
          ...{ target_enabled: { value: ["enabled"] }, run_trigger: { value: null } },
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

    describe("changing", () => {
      let ids: string[];
      beforeEach(async () => {
        await store.addAll([run("a", { run_message: "kept" }), run("b", { run_lock: "held" }), run("c")]);
        ids = (await all()).map(({ $id }) => String($id?.value));
      });
      const change = (index: number, texts: Record<string, unknown>, revision?: string) => ({
        ...{ id: ids[index]!, record: values(texts) },
        ...(revision !== undefined && { revision }),
      });

      test("leaves alone what is not named, and counts the revision", async () => {
        time.now = new Date("2026-11-23T03:05:59Z");
        await store.update([change(0, { run_status: "success" }), change(1, { run_status: "failed" }, "1")]);
        const [record, , other] = await all();
        expect(record).toMatchObject({
          ...{ run_id: { value: "a" }, run_message: { value: "kept" }, run_status: { value: "success" } },
          $revision: { value: "2" },
        });
        expect(other?.$revision?.value).toBe("1");
        const updated = [record!, other!].map((one) => Object.values(one).find(({ type }) => type === "UPDATED_TIME"));
        expect(updated.map((cell) => cell?.value)).toEqual(["2026-11-23T03:05:00Z", "2026-11-23T03:00:00Z"]);
        expect(await cells("run_status")).toEqual(["success", "failed", null]);
      });

      test("with a revision that is not the present one is refused, and so is all that came with it", async () => {
        await store.update([change(1, { run_message: "meanwhile" })]);
        const late = [change(0, { run_message: "late" }), change(1, { run_message: "late" }, "1")];
        const error = await store.update(late).catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ code: "REFUSED", answer: { status: 409, code: "GAIA_CO02" } });
        expect(await cells("run_message")).toEqual(["kept", "meanwhile", ""]);
        await store.update([change(1, { run_message: "in time" }, "2")]);
        expect(await cells("run_message")).toEqual(["kept", "in time", ""]);
      });

      test("of a record that is gone is refused, and so is all that came with it", async () => {
        const gone = { id: "98765", record: values({ run_message: "changed" }) };
        await expectRefusal(store.update([change(0, { run_message: "changed" }), gone]), "RECORD_NOT_FOUND");
        expect(await cells("run_message")).toEqual(["kept", "", ""]);
      });

      test("keeps unique values unique: those of others are refused, its own and free ones are not", async () => {
        await expectRefusal(store.update([change(0, { run_lock: "held" })]), "REFUSED", "CB_VA01");
        const both = [change(0, { run_lock: "new" }), change(2, { run_lock: "new" })];
        await expectRefusal(store.update(both), "REFUSED", "CB_VA01");
        expect(await cells("run_lock")).toEqual(["", "held", ""]);
        await store.update([change(1, { run_lock: "held" })]);
        await store.update([change(1, { run_lock: "" })]);
        await store.update([change(0, { run_lock: "held" })]);
        expect(await cells("run_lock")).toEqual(["held", "", ""]);
      });

      test("of one revision, by many at the same moment, is granted to exactly one", async () => {
        const ends = await Promise.allSettled(
          ["w", "x", "y", "z"].map((word) => store.update([change(0, { run_message: word }, "1")])),
        );
        expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
        expect((await all())[0]?.$revision?.value).toBe("2");
      });

      test("is of at most a hundred records", async () => {
        await store.addAll(Array.from({ length: 98 }, (_, index) => run(`more ${index}`)));
        ids = (await all()).map(({ $id }) => String($id?.value));
        const changes = ids.map((_, index) => change(index, { run_message: "all" }));
        await expectRefusal(store.update(changes), "REFUSED", "CB_VA01");
        expect(await cells("run_message")).not.toContain("all");
        await store.update(changes.slice(1));
        expect((await cells("run_message")).filter((text) => text === "all")).toHaveLength(100);
      });

      test("a table replaces its rows, and keeps the ids of those that are told", async () => {
        const row = (texts: Record<string, unknown>, id?: string) => ({ ...(id && { id }), value: values(texts) });
        const rows = async () => (await all())[0]?.run_volumes?.value ?? [];
        const names = async () => (await rows()).map(({ value }) => value.volume_name.value);
        await store.update([change(0, { run_volumes: [row({ volume_name: "1" }), row({ volume_name: "2" })] })]);
        expect(await names()).toEqual(["1", "2"]);
        const [, second] = await rows();
        await store.update([change(0, { run_volumes: [row({ volume_name: "changed" }, second?.id)] })]);
        expect(await names()).toEqual(["changed"]);
        expect((await rows())[0]?.id).toBe(second?.id);
      });
    });

    describe("a file", () => {
      const upload = () => store.upload({ name: "実行ログ.txt", data: new Blob(["ログ"], { type: "text/plain" }) });
      const log = (fileKey: string) => ({ run_log: [{ fileKey }] });

      test("gets into a record by its key", async () => {
        await store.add(run("a", log(await upload())));
        const [record] = await all();
        expect(record?.run_log?.value).toMatchObject([{ name: "実行ログ.txt", size: "6", contentType: "text/plain" }]);
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
