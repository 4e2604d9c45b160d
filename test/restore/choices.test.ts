import { beforeEach, describe, expect, it } from "vitest";
import { attachmentFields, chosenForms } from "../../src/restore/plan/chosen-forms";
import { type RestoreChoices } from "../../src/restore/plan/restore-choices";
import { compareForms } from "../../src/restore/compare/compared-forms";
import { addInspection, addInspections, newFile } from "../backup/whole-runs/inspections";
import type { App } from "../emulator/domain/app";
import type { Input } from "../emulator/records/write";
import { changeForm } from "./change-form";
import { restorableKintone } from "./archived-app";
import { restoredApp } from "./restored-app";
import { EVERYTHING } from "./write/restore";

let today = new Date("2026-11-25T00:00:00Z");
const kintone = restorableKintone(() => today);
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

const asking = { now: new Date("2026-11-30T00:00:00Z"), timeZone: "Asia/Tokyo" };
const record = () => kintone.witness().record;
const remove = (app: App, ids: number[]) => record().deleteRecords({ app: app.id, ids });
const update = (app: App, id: number, values: Input) =>
  record().updateRecord({ app: app.id, id, record: values as never });
const read = async (app: App) => (await record().getRecords({ app: app.id, query: "order by $id asc" })).records;
const valuesOf = async (app: App, code: string) => (await read(app)).map((each) => each[code]?.value);

function renameFields(app: App, names: Readonly<Record<string, string>>) {
  const renamed = (properties: App["preview"]["properties"]): App["preview"]["properties"] =>
    Object.fromEntries(
      Object.entries(properties).map(([key, property]) => {
        const code = names[key] ?? key;
        return [code, { ...property, code, ...(property.fields && { fields: renamed(property.fields) }) }];
      }),
    );
  for (const [code, to] of Object.entries(names)) app.rename(code, to);
  changeForm(app, renamed);
}

const restored = (app: App, choices: Partial<RestoreChoices>, damage: () => void | Promise<void>) =>
  restoredApp(kintone, app.id, { choices: { ...EVERYTHING, ...choices }, damage, asking });

describe("fields that have another code now", () => {
  it("get the values of the archive, in tables and with their files too", async () => {
    const app = addInspections(domain, { records: 21 });
    const names = { 品番: "品目番号", 添付: "書類", 測定: "測定値", 写真: "画像" };
    const { outcome } = await restored(app, { renamed: names, bytes: true }, async () => {
      await remove(app, [20]);
      await update(app, 3, { 品番: { value: "other" } });
      renameFields(app, names);
    });
    expect(outcome).toMatchObject({
      verdict: "as-planned",
      plan: { add: ["20"], putBack: [{ fields: ["品目番号"] }] },
    });
    const [third, last] = [(await read(app))[2], (await read(app)).at(-1)];
    expect(third?.品目番号?.value).toBe("P-3");
    expect(last).toMatchObject({
      書類: { value: [{ name: "図面.txt" }] },
      測定値: { value: [{}, { value: { 項目: { value: "寸法 20" }, 画像: { value: [{ name: "写真.txt" }] } } }] },
    });
  });
});

describe("what is left out", () => {
  it("of fields is neither compared nor written, in tables too", async () => {
    const app = addInspections(domain, { records: 3 });
    const { outcome } = await restored(app, { leftOutFields: ["数量", "測定"] }, async () => {
      await remove(app, [2]);
      await update(app, 1, { 数量: { value: "7" } });
      await update(app, 3, { 数量: { value: "7" }, 品番: { value: "other" } });
    });
    expect(outcome).toMatchObject({ verdict: "as-planned", plan: { add: ["2"], putBack: [{ fields: ["品番"] }] } });
    expect(await valuesOf(app, "数量")).toEqual(["7", "7", ""]);
  });

  it("of a row that is there stays as it is, however kintone takes what is not sent", async () => {
    domain.opposites.add("cells-left-out-of-table");
    const app = addInspections(domain, { records: 0 });
    const row = (項目: string, name: string) => ({
      value: { 項目: { value: 項目 }, 写真: { value: [newFile(domain, name, name)] } },
    });
    app.addRecord({ 測定: { value: [row("a", "then.txt")] } });
    const { outcome } = await restored(app, { leftOutFields: ["写真"] }, async () => {
      const [now] = (await read(app))[0]?.測定?.value as Array<{ id: string }>;
      await update(app, 1, { 測定: { value: [{ id: now!.id, ...row("b", "now.txt") }] } as never });
    });
    domain.opposites.delete("cells-left-out-of-table");
    expect(outcome).toMatchObject({ verdict: "as-planned", plan: { putBack: [{ fields: ["測定"] }] } });
    const [after] = (await read(app))[0]?.測定?.value as object[];
    expect(after).toMatchObject({ value: { 項目: { value: "a" }, 写真: { value: [{ name: "now.txt" }] } } });
  });

  it("of records is not written", async () => {
    const app = addInspections(domain, { records: 4 });
    const { outcome } = await restored(app, { leftOutRecords: ["2", "3"] }, async () => {
      await remove(app, [1, 2]);
      for (const id of [3, 4]) await update(app, id, { 数量: { value: "7" } });
    });
    expect(outcome).toMatchObject({ verdict: "as-planned", plan: { add: ["1"], putBack: [{ id: "4" }] } });
  });
});

describe("what is given where the archive has nothing", () => {
  const given = { 備考: "不明", 品番: "番号なし" };

  async function requiredNow(app: App) {
    await update(app, 2, { 数量: { value: "7" } });
    await update(app, 3, { 数量: { value: "7" } });
    changeForm(app, (properties) => ({
      ...properties,
      備考: { type: "SINGLE_LINE_TEXT", code: "備考", label: "備考" },
      品番: { ...properties.品番!, required: true },
    }));
    await update(app, 3, { 品番: { value: "今の" }, 備考: { value: "今の" } });
    changeForm(app, (properties) => ({ ...properties, 備考: { ...properties.備考!, required: true } }));
  }

  it("is written into what is added, and into what is put back only where there is nothing now", async () => {
    const app = addInspections(domain, { records: 0 });
    for (const 品番 of ["P-1", "", "", ""]) app.addRecord({ 品番: { value: 品番 }, 数量: { value: "1" } });
    const { outcome, results } = await restored(app, { given, fields: ["数量"] }, async () => {
      await remove(app, [1, 4]);
      await requiredNow(app);
    });
    expect(results.map(({ id, outcome: what }) => [id, what]).sort()).toEqual([
      ["1", "added"],
      ["2", "put-back"],
      ["3", "put-back"],
      ["4", "added"],
    ]);
    expect(outcome).toMatchObject({ verdict: "as-planned" });
    expect(await valuesOf(app, "品番")).toEqual(["番号なし", "今の", "P-1", "番号なし"]);
    expect(await valuesOf(app, "備考")).toEqual(["不明", "今の", "不明", "不明"]);
  });

  it("is no difference by itself", async () => {
    const app = addInspections(domain, { records: 0 });
    for (const 品番 of ["P-1", ""]) app.addRecord({ 品番: { value: 品番 } });
    const { outcome, writes } = await restored(app, { given }, () =>
      changeForm(app, (properties) => ({ ...properties, 品番: { ...properties.品番!, required: true } })),
    );
    expect([outcome, writes]).toMatchObject([{ plan: { putBack: [] } }, []]);
  });
});

describe("attachments only", () => {
  it("puts back what has other bytes under the same name, and nothing else", async () => {
    const app = addInspections(domain, { records: 20 });
    const archived = await kintone.archive(app.id);
    const forms = await compareForms(archived, { appId: String(app.id) }, kintone.access().source);
    if ("reason" in forms) throw new Error(forms.reason);
    const fields = attachmentFields(chosenForms(forms, EVERYTHING));
    expect(fields).toEqual(["添付", "測定"]);
    const { outcome } = await restored(app, { fields, bytes: true }, () =>
      update(app, 10, {
        品番: { value: "other" },
        添付: { value: [newFile(domain, "図面.txt", "drawing 99")] },
      }).then(),
    );
    expect(outcome).toMatchObject({ verdict: "as-planned", plan: { putBack: [{ id: "10", fields: ["添付"] }] } });
    expect((await read(app))[9]?.品番?.value).toBe("other");
    const [file] = (await read(app))[9]?.添付?.value as Array<{ fileKey: string }>;
    const content = await kintone.witness().file.downloadFile({ fileKey: file!.fileKey });
    expect(new TextDecoder().decode(content)).toBe("drawing 10");
  });
});

describe("records are chosen", () => {
  it.each<[string, RestoreChoices["selection"], string[]]>([
    [
      "by a condition on the archive, not on what is there now",
      { condition: '判定 in ("良") and 数量 > "2"' },
      ["4", "6"],
    ],
    ["by a condition and their ids", { condition: '判定 in ("良")', ids: ["2", "3"] }, ["2"]],
    ["by the last change that the archive knows of", { changed: { from: "2026-11-01T00:00:00Z" } }, ["5", "6"]],
    ["by an end of that", { changed: { to: "2026-11-01T00:00:00Z" } }, ["1", "2", "3", "4"]],
    ["by having been deleted", { onlyDeleted: true }, ["4", "5"]],
  ])("%s", async (_what, selection, expected) => {
    today = new Date("2026-10-20T00:00:00Z");
    const app = addInspections(domain, { records: 4 });
    today = new Date("2026-11-25T00:00:00Z");
    for (const number of [5, 6]) addInspection(domain, app, number);
    const { outcome } = await restored(app, { selection: selection! }, async () => {
      for (const id of [1, 2, 3, 6]) await update(app, id, { 判定: { value: "否" }, 数量: { value: "999" } });
      await remove(app, [4, 5]);
    });
    if ("refused" in outcome) throw new Error("refused");
    const { add, putBack } = outcome.plan;
    expect([...add, ...putBack.map(({ id }) => id)].sort()).toEqual(expected);
  });

  it("by whom LOGINUSER() meant when it was decided, whoever carries it out", async () => {
    const app = addInspections(domain, { records: 0 });
    for (const creator of ["sato", "admin", "sato"]) app.addRecord({ 品番: { value: creator } }, { creator });
    const selection = { condition: "作成者 in (LOGINUSER())" };
    const damage = async () => void (await remove(app, [1, 2, 3]));
    const { outcome } = await restoredApp(kintone, app.id, {
      ...{ choices: { ...EVERYTHING, selection }, damage, asking: { ...asking, loginUser: "sato" } },
    });
    expect(outcome).toMatchObject({ plan: { add: ["1", "3"] }, verdict: "as-planned" });
    const unknown = restored(app, { selection }, () => undefined);
    await expect(unknown).rejects.toMatchObject({ code: "QUERY_REFUSED" });
  });

  it("by nothing that cannot be answered: then nothing is written", async () => {
    const app = addInspections(domain, { records: 2 });
    const damage = async () => void (await remove(app, [1]));
    await expect(restored(app, { selection: { condition: "ない = 1" } }, damage)).rejects.toMatchObject({
      code: "QUERY_REFUSED",
    });
    expect(app.records.size).toBe(1);
  });
});

it("a creator who is left out, or was nobody, is who restores", async () => {
  const app = addInspections(domain, { records: 0 });
  domain.people.addUser({ code: "gone", name: "退職", password: "x" });
  app.addRecord({ 品番: { value: "1" } }, { creator: "gone" });
  app.addRecord({ 品番: { value: "2" } }, { creator: "" });
  const replaced = { users: { gone: null }, organizations: {}, groups: {} };
  const { outcome } = await restored(app, { replaced }, async () => void (await remove(app, [1, 2])));
  domain.people.users.delete("gone");
  expect(outcome).toMatchObject({ written: { counts: { added: 2 } } });
  expect(await valuesOf(app, "作成者")).toMatchObject([{ code: "admin" }, { code: "admin" }]);
});
