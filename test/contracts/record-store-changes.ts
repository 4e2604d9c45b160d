import { beforeEach, describe, expect, test } from "vitest";
import type { AppRecord, RecordStore } from "../../src/domain/record-store";
import { expectRefusal, type ManagementApp, run, values } from "./management-app";

/** What a store of records promises of what it changes. */
export function changesContract(appNow: () => ManagementApp): void {
  describe("changing", () => {
    let store: RecordStore;
    let time: ManagementApp["time"];
    let ids: string[];
    const all = () => store.find("order by $id asc limit 500");
    const cells = async (code: keyof AppRecord) => (await all()).map((record) => record[code]?.value);
    beforeEach(async () => {
      ({ store, time } = appNow());
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
}
