import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDeployable } from "../domain/deployable";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

const domain = createDomain();
let emulator: Emulator;
let client: KintoneRestAPIClient;
let app: string;

const entry = { noLabel: false, required: false };
const text = (code: string) => ({ type: "SINGLE_LINE_TEXT" as const, code, label: code, ...entry });
const number = (code: string) => ({ type: "NUMBER" as const, code, label: code, ...entry });
const calc = (expression: string) => ({ type: "CALC" as const, code: "計", label: "合計", expression, ...entry });

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.addApp({
    id: 90,
    name: "部品",
    creator: "admin",
    properties: { 品番: { ...text("品番"), unique: true }, 品名: text("品名"), 単価: number("単価") },
  });
  emulator = await startEmulator({ domain });
  client = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { username: "admin", password: "kintone" } });
  ({ app } = await client.app.addApp({ name: "式" }));
  const properties = { 数: number("数"), 文: { ...text("文"), type: "MULTI_LINE_TEXT" as const }, 計: calc("数") };
  await client.app.addFormFields({ app, properties });
});
afterAll(() => emulator.close());

describe("a formula that does not work", () => {
  // SonicGarden/kintone-emulator `doc/kintone-calc-behavior.md` §7: fields are taken, deployment is refused
  it.each([
    ["無い + 1", "計算式に含まれるフィールドコード（無い）が存在しません。"],
    ["FOOBAR(数)", "FOOBAR関数は使用できません。"],
    ["IF(数)", "IF関数には3個の引数が必要です。"],
    ["NOT(1 > 0, 1 > 0)", "NOT関数に指定できる引数は1個までです。"],
    ["SUM()", "SUM関数には1個以上の引数が必要です。"],
    ["数 +", "計算式の文法が正しくありません。"],
    ["1e3", "計算式の文法が正しくありません。"],
    ["数 ＋ 1", "全角記号「＋」が入力されています。半角記号「+」を入力してください。"],
    ["計 + 1", "フィールドの参照が循環しています。"],
    ["文 & 1", "計算式で利用できないフィールドタイプ(MULTI_LINE_TEXT)が指定されています。"],
  ])("%s is taken and cannot be deployed: %s", async (expression, reason) => {
    await client.app.updateFormFields({ app, properties: { 計: calc(expression) } });
    await expect(client.app.deployApp({ apps: [{ app }] })).rejects.toMatchObject({
      status: 400,
      code: "GAIA_IL01",
      message: expect.stringContaining(
        `フィールド「合計」の計算式が正しくありません。(エラーの内容：${reason})`,
      ) as string,
    });
  });

  it("can be repaired", async () => {
    await client.app.updateFormFields({ app, properties: { 計: calc("数 * 2") } });
    await client.app.deployApp({ apps: [{ app }] });
    await expect.poll(async () => (await client.app.getDeployStatus({ apps: [app] })).apps[0]?.status).toBe("SUCCESS");
  });
});

describe("a lookup", () => {
  // SonicGarden/kintone-emulator `doc/kintone-behavior-notes.md` §10
  const lookup = (relatedKeyField: string, field: string, relatedField: string) => ({
    参照: {
      ...text("参照"),
      lookup: {
        relatedApp: { app: "90", code: "" },
        relatedKeyField,
        fieldMappings: [{ field, relatedField }],
        lookupPickerFields: [],
        filterCond: "",
        sort: "",
      },
    },
  });
  const fresh = async () => {
    const { app: id } = await client.app.addApp({ name: "参照" });
    await client.app.addFormFields({ app: id, properties: { 名: text("名") } });
    return id;
  };

  it.each([
    ["$id", "名", "品名", { code: "CB_VA01", errors: { "properties[参照].lookup.relatedKeyField": {} } }],
    ["品番", "無い", "品名", { code: "GAIA_FC01" }],
    [
      "品番",
      "名",
      "単価",
      { code: "CB_VA01", errors: { "properties[参照].lookup.fieldMappings[0].relatedField": {} } },
    ],
  ])("by %s into %s from %s is refused", async (key, field, relatedField, error) => {
    const id = await fresh();
    const properties = lookup(key, field, relatedField);
    await expect(client.app.addFormFields({ app: id, properties })).rejects.toMatchObject(error);
  });

  it("by a field with duplicates cannot be deployed", async () => {
    const id = await fresh();
    await client.app.addFormFields({ app: id, properties: lookup("品名", "名", "品名") });
    await expect(client.app.deployApp({ apps: [{ app: id }] })).rejects.toMatchObject({ code: "GAIA_LO03" });
  });

  it("by a field with duplicates is refused when a record is written, where it could be deployed", async () => {
    const lenient = createDomain({ deploysAmbiguousLookups: true });
    lenient.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
    const source = lenient.addApp({ id: 90, name: "部品", creator: "admin", properties: { 品名: text("品名") } });
    source.addRecord({ 品名: { value: "軸" } });
    const target = lenient.addApp({ name: "受注", creator: "admin", properties: lookup("品名", "名", "品名") });
    expect(() => checkDeployable(target, lenient)).not.toThrow();
    expect(() => target.addRecord({ 参照: { value: "軸" } })).toThrow("GAIA_LO03");
    expect(() => target.addRecord({ 参照: { value: "" } })).not.toThrow();
  });

  it("by a unique field or the record number can", async () => {
    for (const key of ["品番", "レコード番号"]) {
      const id = await fresh();
      await client.app.addFormFields({ app: id, properties: lookup(key, "名", "品名") });
      await expect(client.app.deployApp({ apps: [{ app: id }] })).resolves.toEqual({});
    }
  });
});

describe("the first state of a process", () => {
  // SonicGarden/kintone-emulator `docs/real-kintone-notes.md`
  const states = (type: "ONE" | "ANY", entities: object[]) => ({
    未処理: { name: "未処理", index: 0, assignee: { type, entities } },
    完了: { name: "完了", index: 1, assignee: { type: "ANY", entities: [] } },
  });
  const update = (type: "ONE" | "ANY", entities: object[]) =>
    client.app.updateProcessManagement({ app, enable: true, states: states(type, entities) as never });

  it("belongs to nobody or to the creator", async () => {
    await update("ONE", []);
    await update("ONE", [{ entity: { type: "FIELD_ENTITY", code: "作成者" } }]);
    await expect(update("ANY", [])).rejects.toMatchObject({ code: "CB_VA01" });
    await expect(update("ONE", [{ entity: { type: "USER", code: "admin" } }])).rejects.toMatchObject({
      code: "CB_VA01",
    });
  });
});
