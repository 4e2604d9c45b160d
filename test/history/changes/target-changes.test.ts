import { describe, expect, it } from "vitest";
import { recordedChoices, recordedRegister } from "../../../src/history/changes/recorded-targets";
import { newestRecordedSettings, recordChange } from "../../../src/history/changes/settings-changes";
import { recordTargetChanges, type TargetChange, targetChange } from "../../../src/history/changes/target-changes";
import { createTargetChoices } from "../../../src/history/targets/target-choices";
import { createTargetRegister } from "../../../src/history/targets/target-register";
import { targetChangeLines } from "../../../src/screens/text/target-changes/target-change-lines";
import { appsInKintone } from "../management-app/app-in-kintone";

const makeApp = appsInKintone();
const PARTS = ["records", "attachments", "comments", "settings"];
const target = (values: Record<string, unknown> = {}) => ({
  record_type: { value: "target" },
  target_app_id: { value: "11" },
  target_app_name: { value: "品質記録" },
  target_enabled: { value: ["enabled"] },
  target_include: { value: PARTS },
  target_query: { value: "" },
  ...Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }])),
});
const narrowed = target({ target_query: "$id > 999999", target_include: ["records"] });

describe("what became of a target", () => {
  it("is each defining field that changed, with both values", () => {
    expect(targetChange(target(), narrowed)).toEqual({
      ...{ kind: "changed", appId: "11", appName: "品質記録" },
      differences: [
        { field: "target_query", before: "", after: "$id > 999999" },
        { field: "target_include", before: [...PARTS].sort().join("\n"), after: "records" },
      ],
    });
  });

  it.each([
    ["results of runs", target({ target_last_status: "success", target_app_name: "新" }), target()],
    ["the order of options", target(), target({ target_include: [...PARTS].reverse() })],
    ["records that are no targets", { record_type: { value: "run" } }, { record_type: { value: "run" } }],
  ])("is nothing for %s", (_what, before, after) => {
    expect(targetChange(before, after)).toBeUndefined();
  });

  it("is that it was made to look like a run, though it is backed up all the same", () => {
    const [change] = [targetChange(target(), target({ record_type: "run" }))];
    expect(change).toMatchObject({ kind: "changed", differences: [{ field: "record_type", after: "run" }] });
    expect(targetChangeLines([change!], "ja")).toEqual([
      "対象を変更しました: 品質記録（アプリID 11）",
      expect.stringMatching(/: 対象アプリの登録 → 実行$/),
    ]);
  });

  it("is an addition or a removal", () => {
    expect(targetChange(undefined, target())).toMatchObject({ kind: "added", appId: "11" });
    expect(targetChange(target(), undefined)).toMatchObject({ kind: "removed", appId: "11" });
  });

  it.each([
    ["ja", ["対象を変更しました: 品質記録（アプリID 11）", "絞り込み条件: （なし） → $id > 999999"]],
    ["en", ["A target was changed: 品質記録 (app 11)", "Condition: (nothing) → $id > 999999"]],
    ["zh", ["更改了备份对象：品質記録（应用ID 11）", "筛选条件：（无） → $id > 999999"]],
  ])("reads well (%s)", (language, lines) => {
    expect(targetChangeLines([targetChange(target(), narrowed)!], language).slice(0, 2)).toEqual(lines);
  });
});

describe("changes of targets", () => {
  const known = {
    ...{ at: new Date("2026-11-24T01:02:03Z"), by: { code: "admin", name: "管理者" }, pluginVersion: "0.1.0" },
    describe: (changes: readonly TargetChange[]) => targetChangeLines(changes, "ja"),
  };
  const recorder = (store: ReturnType<typeof makeApp>["store"]) => (changes: readonly TargetChange[]) =>
    recordTargetChanges(store, changes, { ...known, newId: () => crypto.randomUUID() });
  const recordsOf = (store: ReturnType<typeof makeApp>["store"]) =>
    store.find('record_type in ("change") order by $id asc limit 100');

  it("are recorded with who, when, and both values; the recorded settings stay the newest of their kind", async () => {
    const { store } = makeApp();
    const settings = { ...known, id: "s", what: ["a"], settings: "{}", settingsVersion: 1 };
    await recordChange(store, settings);
    await recorder(store)([targetChange(target(), narrowed)!]);
    const [, record] = await recordsOf(store);
    expect(record).toMatchObject({
      change_by_code: { value: "admin" },
      change_at: { value: "2026-11-24T01:02:00Z" },
      change_what: { value: expect.stringContaining("絞り込み条件: （なし） → $id > 999999") as string },
      change_settings_version: { value: "" },
    });
    expect(JSON.parse(String(record?.change_settings?.value))).toEqual({ targets: [targetChange(target(), narrowed)] });
    expect(await newestRecordedSettings(store)).toBe("{}");
  });

  it("from the settings screen are recorded, adding and choosing", async () => {
    const { store } = makeApp();
    const register = recordedRegister(createTargetRegister(store), recorder(store));
    const many = Array.from({ length: 60 }, (_, at) => ({
      appId: String(at + 1),
      appName: "",
      query: "",
      enabled: true,
    }));
    expect((await register.add(many)).unrecorded).toBeUndefined();
    const choices = recordedChoices(createTargetChoices(store), recorder(store));
    const [first] = await choices.enabled();
    const include = { records: true, attachments: false, comments: true, settings: true, administration: true };
    expect(await choices.save(first!, { ...first!.target, include })).toMatchObject({ kind: "saved" });
    const told = (await recordsOf(store)).map(
      (record) => (JSON.parse(String(record.change_settings?.value)) as { targets: TargetChange[] }).targets,
    );
    expect(told.map((targets) => [targets.length, targets[0]?.kind])).toEqual([
      [50, "added"],
      [10, "added"],
      [1, "changed"],
    ]);
    expect(told[2]![0]!.differences).toMatchObject([{ field: "target_include" }]);
  });

  it("that cannot be recorded are saved all the same, and said to be unrecorded", async () => {
    const { app, store } = makeApp();
    const refused = () => Promise.reject(new Error("no"));
    const added = await recordedRegister(createTargetRegister(store), refused).add([
      { appId: "11", appName: "", query: "", enabled: true },
    ]);
    expect(added).toMatchObject({ added: [{ appId: "11" }], unrecorded: { code: "UNEXPECTED" } });
    const choices = recordedChoices(createTargetChoices(store), refused);
    const [first] = await choices.enabled();
    expect(await choices.save(first!, { ...first!.target, excludedFields: ["氏名"] })).toMatchObject({
      kind: "saved",
      unrecorded: { code: "UNEXPECTED" },
    });
    expect([...app.records.ascending()][0]?.values.target_excluded_fields).toBe("氏名");
  });
});
