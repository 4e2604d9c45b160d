import { beforeEach, describe, expect, it } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import type { AppRecord, RecordStore } from "../../../src/domain/record-store";
import { type Choices, createTargetChoices } from "../../../src/history/targets/target-choices";
import { createInMemoryStore } from "../management-app/in-memory-store";

const wanted: Choices = {
  include: { records: true, attachments: false, comments: false, settings: true, administration: true },
  excludedFields: ["salary", "bonus"],
  includedIdentifiers: ["customer_number"],
  acceptedGaps: [],
};

describe("choices about targets", () => {
  let app: ReturnType<typeof createInMemoryStore>;

  beforeEach(async () => {
    app = createInMemoryStore({ now: new Date("2026-11-23T03:00:00Z") });
    const target = { record_type: { value: "target" }, target_enabled: { value: ["enabled"] } };
    const choices = { target_include: { value: [] }, target_excluded_fields: { value: "" } };
    const identifiers = { target_included_identifiers: { value: "" } };
    await app.store.add({ ...target, ...choices, ...identifiers, target_app_id: { value: "11" } });
    await app.store.add({ ...target, target_app_id: { value: "12" } });
  });

  const first = async (store: RecordStore = app.store) => (await createTargetChoices(store).enabled())[0]!;
  const cells = () => {
    const record = app.records()[0]!;
    return ["target_include", "target_excluded_fields", "target_included_identifiers"].map(
      (code) => record[code]?.value,
    );
  };

  /** The store, but that something happens before the first update. */
  const disturbed = (disturb: () => Promise<unknown>): RecordStore => {
    let done = false;
    return {
      ...app.store,
      async update(changes) {
        if (!done) {
          done = true;
          await disturb();
        }
        await app.store.update(changes);
      },
    };
  };

  it("are of the targets that a run would back up, with their revision and the fields that they lack", async () => {
    const hidden = ["target_include", "target_excluded_fields", "target_included_identifiers"];
    const find: RecordStore["find"] = async (query) => {
      const records = await app.store.find(query);
      for (const code of hidden) delete records[1]?.[code as keyof AppRecord];
      return records;
    };
    const found = await createTargetChoices({ ...app.store, find }).enabled();
    expect(found).toMatchObject([
      { target: { appId: "11", recordId: "1" }, revision: "1", missingFields: [] },
      { target: { appId: "12" }, missingFields: hidden },
    ]);
  });

  it("are kept, and read as a run reads them", async () => {
    const outcome = await createTargetChoices(app.store).save(await first(), wanted);
    expect(outcome).toMatchObject({ kind: "saved", target: { target: wanted, revision: "2" } });
    expect(cells()).toEqual([["records", "settings"], "salary\nbonus", "customer_number"]);
  });

  it("leave the configurations of plug-ins out, as long as there are settings for administrators to take them from", async () => {
    const choices = createTargetChoices(app.store);
    const without = { ...wanted, withoutPluginConfigurations: true };
    const outcome = await choices.save(await first(), without);
    expect(outcome).toMatchObject({ kind: "saved", target: { target: without } });
    expect(cells()[0]).toEqual(["records", "settings", "without_plugin_configurations"]);
    const forViewers = { ...without, include: { ...wanted.include, administration: false } };
    await choices.save(await first(), forViewers);
    expect(cells()[0]).toEqual(["records", "viewer_settings"]);
    await choices.save(await first(), wanted);
    expect(cells()[0]).toEqual(["records", "settings"]);
    expect((await first()).target.withoutPluginConfigurations).toBeUndefined();
  });

  it("take nothing but that word to mean everything else", async () => {
    await app.store.update([{ id: "1", record: { target_include: { value: ["without_plugin_configurations"] } } }]);
    const { target } = await first();
    expect(target.include).toEqual({ ...wanted.include, attachments: true, comments: true });
    expect(target.withoutPluginConfigurations).toBe(true);
  });

  it("are kept when a run wrote its results meanwhile", async () => {
    const before = await first();
    await app.store.update([{ id: "1", record: { target_last_status: { value: "success" } } }]);
    expect(await createTargetChoices(app.store).save(before, wanted)).toMatchObject({ kind: "saved" });
    expect(app.records()[0]?.target_last_status?.value).toBe("success");
  });

  it.each([
    ["chose otherwise", { target_excluded_fields: { value: "drawing" } }, { excludedFields: ["drawing"] }],
    ["named another app", { target_app_id: { value: "77" } }, { appId: "77" }],
  ])("are not kept when somebody %s meanwhile: that is told", async (_, record, target) => {
    const before = await first();
    const store = disturbed(() => app.store.update([{ id: "1", record }]));
    expect(await createTargetChoices(store).save(before, wanted)).toMatchObject({
      kind: "changed",
      target: { target },
    });
    expect(cells()[0]).toEqual([]);
  });

  it("count as kept when the answer to the first try was lost and the second met its own revision", async () => {
    const before = await first();
    const record = {
      target_include: { value: ["settings", "records"] },
      target_excluded_fields: { value: "bonus\nsalary" },
      target_included_identifiers: { value: "customer_number" },
    };
    const store = disturbed(() => app.store.update([{ id: "1", record }]));
    expect(await createTargetChoices(store).save(before, wanted)).toMatchObject({ kind: "saved" });
  });

  it.each([
    ["deleted", async () => app.remove("1")],
    ["disabled", () => app.store.update([{ id: "1", record: { target_enabled: { value: [] } } }])],
  ])("have nowhere to go when the target was %s", async (_, disturb) => {
    const before = await first();
    const store = disturbed(disturb);
    expect(await createTargetChoices(store).save(before, wanted)).toEqual({ kind: "gone" });
  });

  it("that kintone passed over are not called kept", async () => {
    let writes = 0;
    const deaf: RecordStore = { ...app.store, update: async () => void (writes += 1) };
    await expect(createTargetChoices(deaf).save(await first(), wanted)).rejects.toMatchObject({ code: "REFUSED" });
    expect(writes).toBe(1);
  });

  it("that may not be written are refused in kintone's words, as nothing was to be read", async () => {
    const answer = { status: 403, code: "CB_NO02", message: "権限がありません。" };
    const update = async () => Promise.reject(new BackupError("NO_PERMISSION", "no", { answer }));
    const saving = createTargetChoices({ ...app.store, update }).save(await first(), wanted);
    await expect(saving).rejects.toMatchObject({ code: "REFUSED", answer });
  });

  it("are given up when the record changes each time", async () => {
    const before = await first();
    const restless: RecordStore = {
      ...app.store,
      async update(changes) {
        await app.store.update([{ id: "1", record: { target_last_status: { value: "running" } } }]);
        await app.store.update(changes);
      },
    };
    await expect(createTargetChoices(restless).save(before, wanted)).rejects.toMatchObject({ code: "REFUSED" });
    expect(cells()[0]).toEqual([]);
  });
});
