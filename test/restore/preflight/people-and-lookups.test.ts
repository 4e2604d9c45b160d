import { beforeEach, describe, expect, it } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import { decided } from "../../../src/restore/preflight/way";
import type { App } from "../../emulator/domain/app";
import { changeForm } from "../change-form";
import { restorableKintone } from "../archived-app";
import { EVERYTHING } from "../write/restore";
import { checkedRestore, obstacle } from "./checked-restore";

const kintone = restorableKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

const remove = (app: App, ids: number[]) => kintone.witness().record.deleteRecords({ app: app.id, ids });

describe("people who are gone", () => {
  async function scene() {
    const { people } = domain;
    for (const code of ["tanaka", "gone", "left"]) people.addUser({ code, name: `${code}さん`, password: "kintone" });
    people.addOrganization({ code: "sales", name: "営業" });
    const app = domain.addApp({
      ...{ name: "台帳", creator: "admin" },
      properties: {
        担当: { type: "USER_SELECT", code: "担当", label: "担当" },
        部署: { type: "ORGANIZATION_SELECT", code: "部署", label: "部署" },
        組: { type: "GROUP_SELECT", code: "組", label: "組" },
        作成者: { type: "CREATOR", code: "作成者", label: "作成者" },
      } as never,
    });
    const [sales, everyone] = [{ value: [{ code: "sales" }] }, { value: [{ code: "everyone" }] }];
    app.addRecord({ 担当: { value: [{ code: "gone" }, { code: "sato" }] }, 部署: sales, 組: everyone });
    app.addRecord({ 担当: { value: [{ code: "gone" }, { code: "left" }] } });
    app.addRecord({ 担当: { value: [{ code: "tanaka" }] } }, { creator: "gone" });
    const archived = await kintone.archive(app.id);
    await remove(app, [1, 2, 3]);
    people.users.delete("gone");
    people.users.get("left")!.isInactive = true;
    people.organizations.delete("sales");
    return { archived, app };
  }

  it("are told with where they stand, creators too; others may stand in their place, or nobody", async () => {
    const { archived } = await scene();
    const { obstacles, sent } = await checkedRestore(kintone, archived);
    const gone = obstacles.filter(({ code }) => code === "PERSON_GONE");
    expect(gone).toMatchObject([
      {
        ...{ people: "users", state: "gone", name: "gone", person: "goneさん", records: { ids: ["1", "2", "3"] } },
        fields: [
          { field: "担当", records: 2 },
          { field: "作成者", records: 1 },
          { field: "更新者", records: 1 },
        ],
      },
      { people: "users", state: "inactive", name: "left", records: { ids: ["2"] } },
      { people: "organizations", state: "gone", name: "sales", records: { ids: ["1"] } },
    ]);
    expect(sent.filter(({ path }) => path === "users.json" || path.endsWith("/users.json"))).toHaveLength(1);

    const others: Array<string | null> = ["sato", null, null];
    const choices = gone.reduce((all, { ways }, at) => decided(all, ways[0]!, others[at]), EVERYTHING);
    expect(obstacle((await checkedRestore(kintone, archived, { choices })).obstacles, "PERSON_GONE")).toBeUndefined();
    const strange = decided(EVERYTHING, gone[0]!.ways[0]!, "ghost");
    const { obstacles: again } = await checkedRestore(kintone, archived, { choices: strange });
    expect(obstacle(again, "PERSON_GONE")).toMatchObject({ name: "ghost" });
  });

  it("are nobody's knowledge where kintone does not tell who there is", async () => {
    const { archived } = await scene();
    const refused = new BackupError("NO_PERMISSION", "no");
    const directory = { known: () => Promise.reject(refused) };
    const { obstacles } = await checkedRestore(kintone, archived, { parts: { directory } });
    expect(obstacles.filter(({ code }) => code.startsWith("PE"))).toMatchObject([
      { code: "PEOPLE_UNKNOWN", weight: "told", people: "users", count: 5, error: refused },
      { code: "PEOPLE_UNKNOWN", people: "organizations", count: 1 },
    ]);
  });
});

describe("lookups", () => {
  const text = (code: string) => ({ type: "SINGLE_LINE_TEXT", code, label: code });

  async function scene() {
    const customers = domain.addApp({
      ...{ name: "顧客", creator: "admin" },
      properties: { 番号: { ...text("番号"), unique: true }, 会社: text("会社") } as never,
    });
    for (const 番号 of ["C-1", "C-2", 'C"3']) customers.addRecord({ 番号: { value: 番号 }, 会社: { value: "甲" } });
    const lookup = {
      ...{ relatedApp: { app: String(customers.id), code: "" }, relatedKeyField: "番号" },
      ...{ fieldMappings: [{ field: "会社", relatedField: "会社" }], lookupPickerFields: [], filterCond: "", sort: "" },
    };
    const app = domain.addApp({
      ...{ name: "注文", creator: "admin" },
      properties: { 顧客: { ...text("顧客"), lookup }, 会社: text("会社"), 備考: text("備考") } as never,
    });
    for (const 顧客 of ["C-1", "C-2", 'C"3', ""]) {
      app.addRecord({ 顧客: { value: 顧客 }, 会社: { value: 顧客 && "甲" }, 備考: { value: "a" } });
    }
    const archived = await kintone.archive(app.id);
    return { customers, app, archived };
  }

  it("whose key is gone, or there twice, and copies that are others today", async () => {
    const { customers, app, archived } = await scene();
    await remove(app, [1, 2, 3, 4]);
    await kintone.witness().record.updateRecord({ app: customers.id, id: 1, record: { 会社: { value: "乙" } } });
    await remove(customers, [2]);
    changeForm(customers, (properties) => ({ ...properties, 番号: text("番号") }));
    customers.addRecord({ 番号: { value: 'C"3' }, 会社: { value: "甲" } });
    const { obstacles } = await checkedRestore(kintone, archived);
    expect(obstacles.filter(({ code }) => code === "LOOKUP_KEY")).toMatchObject([
      { problem: "gone", field: "顧客", app: String(customers.id), value: "C-2", values: 1, records: { ids: ["2"] } },
      { problem: "repeated", value: 'C"3', records: { ids: ["3"] } },
    ]);
    const examples = [{ id: "1", field: "会社", archived: "甲", today: "乙" }];
    expect(obstacle(obstacles, "COPIES")).toMatchObject({ weight: "told", examples, records: { count: 1 } });
  });

  it("are not looked at where their key stays", async () => {
    const { customers, app, archived } = await scene();
    await kintone.witness().record.updateRecord({ app: app.id, id: 2, record: { 備考: { value: "b" } } });
    await remove(customers, [2]);
    const { obstacles, plan } = await checkedRestore(kintone, archived);
    expect([plan.putBack.length, obstacle(obstacles, "LOOKUP_KEY")]).toEqual([1, undefined]);
  });

  it("into an app that who restores may not see", async () => {
    const { customers, app, archived } = await scene();
    await remove(app, [1]);
    customers.change({ appAcl: [] });
    customers.deploy("admin");
    const { obstacles } = await checkedRestore(kintone, archived, { userCode: "sato" });
    expect(obstacle(obstacles, "LOOKUP_NOT_READABLE")).toMatchObject({
      ...{ weight: "asks", app: String(customers.id), records: { count: 1 } },
      ways: [{ way: "leave-out-field", field: "顧客" }, { way: "leave-out-records" }],
    });
  });
});
