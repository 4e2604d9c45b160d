import { beforeEach, describe, expect, it } from "vitest";
import type { AppRecord } from "../../../src/domain/record-store";
import { createTargets } from "../../../src/history/targets/targets";
import { createInMemoryStore } from "../in-memory-store";
import { everything, success } from "../runs/runs";

describe("targets as records", () => {
  let app: ReturnType<typeof createInMemoryStore>;
  const add = (appId: string, more: Record<string, { value: unknown }> = {}) =>
    app.store.add({
      record_type: { value: "target" },
      target_app_id: { value: appId },
      target_enabled: { value: ["enabled"] },
      ...more,
    });
  const cell = (index: number, code: string) => app.records()[index]?.[code]?.value;

  beforeEach(() => {
    app = createInMemoryStore({ now: new Date("2026-11-23T03:00:00Z") });
  });

  it("are the enabled ones, with what their records say", async () => {
    await app.store.add({ record_type: { value: "run" }, target_enabled: { value: [] }, run_id: { value: "r" } });
    await add("11", { target_app_name: { value: "品質記録" }, target_query: { value: ' a in ("b") ' } });
    await add("12", { target_enabled: { value: [] } });
    await add("13", { target_guest_space_id: { value: "3" } });
    expect(await createTargets(app.store).enabled()).toEqual([
      { recordId: "2", appId: "11", appName: "品質記録", query: 'a in ("b")', ...everything },
      { recordId: "4", appId: "13", appName: "", query: "", guestSpaceId: "3", ...everything },
    ]);
  });

  it("are read to the last page", async () => {
    for (let appId = 1; appId <= 1001; appId++) await add(String(appId));
    const targets = await createTargets(app.store).enabled();
    expect(targets).toHaveLength(1001);
    expect(targets.at(-1)?.appId).toBe("1001");
  });

  it.each(["", "0", "1.5", "-3", "abc"])("are reported without an app id when it is %j", async (appId) => {
    await add(appId, { target_app_name: { value: "図面" } });
    expect(await createTargets(app.store).enabled()).toMatchObject([{ appId: "", appName: "図面" }]);
  });

  it("name an app only once, even when the form allows it twice", async () => {
    const twice = { record_type: "target", target_enabled: ["enabled"], target_app_id: "11", target_app_name: "図面" };
    const record = (id: string) => ({
      ...Object.fromEntries(Object.entries(twice).map(([code, value]) => [code, { type: "", value }])),
      $id: { type: "__ID__", value: id },
    });
    const store = { ...app.store, find: async () => [record("1"), record("2")] as unknown as AppRecord[] };
    const targets = await createTargets(store).enabled();
    expect(targets.map(({ recordId, appId }) => [recordId, appId])).toEqual([
      ["1", "11"],
      ["2", ""],
    ]);
  });

  describe("after a run", () => {
    const at = new Date("2026-11-23T03:04:59Z");
    const result = (recordId: string) => ({ ...success, target: { ...success.target, recordId } });

    it("learn their app's name and how it ended; a failure leaves the last success alone", async () => {
      await add("11", { target_app_name: { value: "旧名" } });
      const targets = createTargets(app.store);
      await targets.recordResults([result("1")], at);
      expect(cell(0, "target_app_name")).toBe("品質記録");
      expect(cell(0, "target_last_success")).toBe("2026-11-23T03:04:00Z");
      const failed = { ...result("1"), status: "failed" as const, target: { ...result("1").target, appName: "" } };
      await targets.recordResults([failed], new Date("2026-11-24T03:00:00Z"));
      expect([cell(0, "target_last_status"), cell(0, "target_last_success"), cell(0, "target_app_name")]).toEqual([
        "failed",
        "2026-11-23T03:04:00Z",
        "品質記録",
      ]);
    });

    it("are written a hundred at a time, and one that was deleted does not keep the others from it", async () => {
      for (let appId = 1; appId <= 150; appId++) await add(String(appId));
      app.remove("7");
      await createTargets(app.store).recordResults(
        Array.from({ length: 150 }, (_, index) => result(String(index + 1))),
        at,
      );
      expect(app.records().filter((record) => record.target_last_status?.value === "success")).toHaveLength(149);
    });
  });
});
