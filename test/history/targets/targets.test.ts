import { beforeEach, describe, expect, it } from "vitest";
import type { AppRecord } from "../../../src/domain/record-store";
import { createTargets } from "../../../src/history/targets/targets";
import { createInMemoryStore } from "../management-app/in-memory-store";

describe("targets as records", () => {
  let app: ReturnType<typeof createInMemoryStore>;
  const add = (appId: string, more: Record<string, { value: unknown }> = {}) =>
    app.store.add({
      record_type: { value: "target" },
      target_app_id: { value: appId },
      target_enabled: { value: ["enabled"] },
      ...more,
    });

  beforeEach(() => {
    app = createInMemoryStore({ now: new Date("2026-11-23T03:00:00Z") });
  });

  it.each(["0", "-3", "abc"])(
    "are reported without an app id when it is %j, which the form does not let in",
    async (appId) => {
      await add(appId, { target_app_name: { value: "図面" } });
      expect(await createTargets(app.store).enabled()).toMatchObject([{ appId: "", appName: "図面" }]);
    },
  );

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
});
