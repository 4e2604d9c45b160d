import { beforeEach, describe, expect, it } from "vitest";
import type { Obstacle } from "../../../src/restore/preflight/obstacle";
import { type Chosen, decided, type Way } from "../../../src/restore/preflight/way";
import { addInspections, newFile } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import type { Input } from "../../emulator/records/write";
import { changeForm } from "../change-form";
import { restorableKintone } from "../archived-app";
import { EVERYTHING } from "../write/restore";
import { type Checked, checkedRestore } from "./checked-restore";

const kintone = restorableKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

type Properties = App["preview"]["properties"];

const remove = (app: App, ids: number[]) => kintone.witness().record.deleteRecords({ app: app.id, ids });
const update = (app: App, id: number, values: Input) =>
  kintone.witness().record.updateRecord({ app: app.id, id, record: values as never });

const gravest = (obstacles: readonly Obstacle[]) => obstacles.filter(({ weight }) => weight !== "told");

/** Backs up, lets something happen, and looks; then decides by the first way, or by another one, and looks again. */
async function scene(app: App, damage: () => Promise<unknown>) {
  const archived = await kintone.archive(app.id);
  await damage();
  const look = async (checked?: Checked) => gravest((await checkedRestore(kintone, archived, checked)).obstacles);
  const before = await look();
  const decide = (find: Way["way"], chosen?: Chosen) => {
    const way = before.flatMap(({ ways }) => ways).find((each) => each.way === find);
    if (!way) throw new Error(`There is no way ${find}`);
    return look({ choices: decided(EVERYTHING, way, chosen) });
  };
  return { before, decide, look };
}

describe("the form", () => {
  it("lacks a field: how many values are lost, and which one it may be now", async () => {
    const app = addInspections(domain, { records: 3 });
    const { before, decide, look } = await scene(app, async () => {
      await remove(app, [1, 2]);
      await update(app, 3, { 判定: { value: "良" } });
      changeForm(app, ({ 数量, 品番, ...others }) => ({
        ...others,
        名前: { ...品番!, code: "名前", label: "名前" },
        品目: { ...品番!, code: "品目" },
      }));
    });
    expect(before).toMatchObject([
      { code: "FIELD_ABSENT", weight: "asks", field: "品番", values: 3, ways: [{ to: ["品目", "名前"] }, {}] },
      { code: "FIELD_ABSENT", field: "数量", type: "NUMBER", values: 3, ways: [{ way: "leave-out-field" }] },
    ]);
    expect(await look({ choices: { fields: ["判定"] } })).toMatchObject([{ values: 2 }, { values: 2 }]);
    expect(await decide("rename-field", "名前")).toMatchObject([{ field: "数量" }]);
    expect(await decide("leave-out-field")).toMatchObject([{ field: "数量" }]);
  });

  it("has another type, or another place for a field; with its table, one word is enough", async () => {
    const app = addInspections(domain, { records: 20 });
    const { before } = await scene(app, async () => {
      await remove(app, [20]);
      changeForm(app, ({ 測定: _gone, ...others }) => ({
        ...others,
        数量: { type: "DATE", code: "数量", label: "数量" } as never,
        項目: { type: "SINGLE_LINE_TEXT", code: "項目", label: "項目" } as never,
      }));
    });
    expect(before).toMatchObject([
      { code: "FIELD_TYPE", field: "数量", archived: "NUMBER", present: "DATE", values: 1 },
      { code: "FIELD_ABSENT", field: "測定", type: "SUBTABLE", values: 1 },
    ]);
  });

  it("requires what the archive has nothing for, in tables and of what was added since too", async () => {
    const app = addInspections(domain, { records: 0 });
    const rows = (...names: string[]) => ({ value: names.map((name) => ({ value: { 項目: { value: name } } })) });
    app.addRecord({ 品番: { value: "" }, 判定: { value: "良" }, 測定: rows("a", "") });
    app.addRecord({ 品番: { value: "P-2" }, 判定: { value: "良" } });
    app.addRecord({ 品番: { value: "" }, 判定: { value: "良" }, 数量: { value: "1" } });
    const { before, decide } = await scene(app, async () => {
      await remove(app, [1, 2]);
      await update(app, 3, { 数量: { value: "2" } });
      changeForm(
        app,
        (properties) =>
          ({
            ...properties,
            品番: { ...properties.品番!, required: true },
            備考: {
              type: "CHECK_BOX",
              code: "備考",
              label: "備考",
              required: true,
              options: { 済: { label: "済", index: "0" } },
            },
            様子: { ...properties.品番!, code: "様子", required: true, defaultValue: "不明" },
            測定: {
              ...properties.測定!,
              fields: { ...properties.測定!.fields!, 項目: { ...properties.測定!.fields!.項目!, required: true } },
            },
          }) as Properties,
      );
    });
    expect(before).toMatchObject([
      { code: "REQUIRED_EMPTY", field: "品番", records: { count: 2, ids: ["1", "3"] } },
      { code: "REQUIRED_EMPTY", field: "項目", table: "測定", records: { ids: ["1"] } },
      {
        code: "REQUIRED_EMPTY",
        field: "備考",
        records: { ids: ["1", "2"] },
        ways: [{ options: ["済"], several: true }, {}],
      },
    ]);
    expect((await decide("give-value", "なし")).map((each) => "field" in each && each.field)).toEqual(["項目", "備考"]);
    expect(await decide("leave-out-records")).toMatchObject([{ field: "備考", records: { ids: ["2"] } }]);
  });

  it("allows a value once: in the archive, and in the app beside it", async () => {
    const app = addInspections(domain, { records: 0 });
    for (const 品番 of ["A", "A", "B", "C", ""]) app.addRecord({ 品番: { value: 品番 } });
    const { before, decide } = await scene(app, async () => {
      await remove(app, [1, 2, 3, 5]);
      await update(app, 4, { 品番: { value: "B" } });
      changeForm(app, (properties) => ({ ...properties, 品番: { ...properties.品番!, unique: true } }));
    });
    const clashes = [
      { id: "2", value: "A", other: { of: "archive", id: "1" } },
      { id: "3", value: "B", other: { of: "app", id: "4" } },
    ];
    expect(before).toMatchObject([{ code: "UNIQUE", field: "品番", clashes, records: { count: 2 } }]);
    expect(await decide("leave-out-records")).toEqual([]);
  });

  it("has narrower limits, and options that are gone: also in rows, and only where it is written", async () => {
    const app = addInspections(domain, { records: 5 });
    const { before, decide, look } = await scene(app, async () => {
      await remove(app, [2, 3]);
      await update(app, 4, { 添付: { value: [newFile(domain, "a.txt", "a")] } });
      changeForm(
        app,
        (properties) =>
          ({
            ...properties,
            数量: { ...properties.数量!, maxValue: "2.5" },
            品番: { ...properties.品番!, minLength: "4" },
            判定: {
              ...properties.判定!,
              options: { 合格: { label: "合格", index: "0" }, 否: { label: "否", index: "1" } },
            },
          }) as Properties,
      );
    });
    expect(before).toMatchObject([
      { code: "LIMIT", field: "品番", limit: "minLength", bound: "4", value: "P-2", records: { ids: ["2", "3"] } },
      { code: "LIMIT", field: "数量", limit: "maxValue", value: "3", records: { ids: ["3"] } },
      { code: "OPTION_GONE", field: "判定", option: "良", records: { ids: ["2"] }, ways: [{ proposal: "合格" }, {}] },
    ]);
    expect((await decide("replace-option", "合格")).map(({ code }) => code)).toEqual(["LIMIT", "LIMIT"]);
    expect((await decide("replace-option", null)).map(({ code }) => code)).toEqual(["LIMIT", "LIMIT"]);
    // Of a record that is there, only what differs is written.
    expect(await look({ choices: { addMissing: false, fields: ["添付"] } })).toEqual([]);
  });

  it("does not have what a choice names, or has it for something else", async () => {
    const app = addInspections(domain, { records: 2 });
    const { look } = await scene(app, () => remove(app, [1]));
    const choices = {
      ...{
        fields: ["ない"],
        renamed: { 品番: "数量", 無: "品番" },
        given: { 無い: "x" },
        options: { 別: {} },
        leftOutFields: ["空"],
      },
    };
    const found = (await look({ choices })).map(
      (each) => each.code === "CHOICE_UNKNOWN" && `${each.choice} ${each.name}`,
    );
    expect(found).toEqual([
      "fields ない",
      "renamed 品番",
      "renamed 無",
      "given 無い",
      "options 別",
      "leftOutFields 空",
    ]);
  });
});
