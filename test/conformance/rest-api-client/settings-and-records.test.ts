import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createDomain } from "../../emulator/domain/domain";
import { startEmulator } from "../../emulator/server";
import type { Emulator } from "../../emulator/server";

const domain = createDomain();
let emulator: Emulator;
let client: KintoneRestAPIClient;
let app: string;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  domain.people.addGroup({ code: "auditors", name: "監査" });
  emulator = await startEmulator({ domain });
  client = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { username: "admin", password: "kintone" } });
  app = (await client.app.addApp({ name: "品質記録" })).app;
  await client.app.addFormFields({
    app,
    properties: {
      品番: { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番", unique: true },
      検査日: { type: "DATE", code: "検査日", label: "検査日" },
      担当: { type: "USER_SELECT", code: "担当", label: "担当" },
      写真: { type: "FILE", code: "写真", label: "写真" },
    },
  });
  await deploy();
});
afterAll(() => emulator.close());

async function deploy(): Promise<void> {
  await client.app.deployApp({ apps: [{ app }] });
  await vi.waitFor(async () => {
    const { apps } = await client.app.getDeployStatus({ apps: [app] });
    expect(apps[0]?.status).toBe("SUCCESS");
  });
}

const everyone = { type: "GROUP" as const, code: "everyone" };

describe("settings written through rest-api-client", () => {
  it("stay in the test environment until they are deployed", async () => {
    await client.app.updateViews({
      app,
      views: {
        一覧: { type: "LIST", index: 1, fields: ["品番"], sort: "品番 asc" },
        監査: { type: "CUSTOM", index: 0, html: "<div id='runs'></div>", pager: true, device: "ANY" },
      },
    });
    await client.app.updateAppSettings({ app, description: "品質の記録", theme: "RED", enableBulkDeletion: true });
    expect((await client.app.getViews({ app })).views).toEqual({});
    expect((await client.app.getAppSettings({ app, preview: true })).theme).toBe("RED");
    await deploy();
    const { views } = await client.app.getViews({ app });
    expect(Object.keys(views)).toEqual(["監査", "一覧"]);
    expect(views["監査"]).toMatchObject({ type: "CUSTOM", index: "0", pager: true, device: "ANY", name: "監査" });
    expect((await client.app.getAppSettings({ app })).description).toBe("品質の記録");
  });

  it("stay there when a deployment fails, and go live with the next", async () => {
    const event = { name: "deployment-fails", app: Number(app) } as const;
    domain.faults.add({ when: { path: "preview/app/deploy.json", nth: 1 }, do: { kind: "event", event } });
    await client.app.updateAdminNotes({ app, content: "下書き" });
    await client.app.deployApp({ apps: [{ app }] });
    await vi.waitFor(async () => {
      expect(await client.app.getDeployStatus({ apps: [app] })).toEqual({ apps: [{ app, status: "FAIL" }] });
    });
    expect((await client.app.getAdminNotes({ app })).content).toBe("");
    await deploy();
    expect((await client.app.getAdminNotes({ app })).content).toBe("下書き");
  });

  it("come back as they were written", async () => {
    await client.app.updateProcessManagement({
      app,
      enable: true,
      states: {
        未処理: { name: "未処理", index: 0, assignee: { type: "ONE", entities: [] } },
        完了: {
          name: "完了",
          index: 1,
          assignee: { type: "ONE", entities: [{ entity: { type: "USER", code: "sato" } }] },
        },
      },
      actions: [{ name: "完了する", from: "未処理", to: "完了" }],
    });
    await client.app.updateGeneralNotifications({
      app,
      notifications: [{ entity: everyone, recordAdded: true }],
      notifyToCommenter: false,
    });
    await client.app.updatePerRecordNotifications({
      app,
      notifications: [{ filterCond: '品番 = "A"', title: "A", targets: [{ entity: everyone }] }],
    });
    await client.app.updateReminderNotifications({
      app,
      notifications: [{ timing: { code: "検査日", daysLater: 1, time: "09:30" }, targets: [{ entity: everyone }] }],
      timezone: "Asia/Tokyo",
    });
    await client.app.updateReports({
      app,
      reports: { 件数: { name: "件数", index: 0, chartType: "PIE", groups: [{ code: "品番" }] } },
    });
    await client.app.updateAppActions({
      app,
      actions: {
        複写: { index: 0, destApp: { app }, mappings: [{ srcType: "FIELD", srcField: "品番", destField: "品番" }] },
      },
    });
    await client.app.updateAdminNotes({ app, content: "<b>注意</b>" });
    const right = {
      entity: { type: "USER" as const, code: "admin" },
      appEditable: true,
      recordViewable: true,
      recordAddable: true,
      recordEditable: true,
      recordDeletable: true,
    };
    await client.app.updateAppAcl({ app, rights: [right, { entity: everyone, recordViewable: true }] });
    await client.app.updateRecordAcl({
      app,
      rights: [
        {
          filterCond: '品番 in ("秘密")',
          entities: [{ entity: right.entity, viewable: true, editable: true, deletable: true }],
        },
      ],
    });
    await client.app.updateFieldAcl({
      app,
      rights: [{ code: "写真", entities: [{ entity: right.entity, accessibility: "WRITE" }] }],
    });
    await deploy();

    const process = await client.app.getProcessManagement({ app });
    expect(process.actions).toEqual([
      { name: "完了する", from: "未処理", to: "完了", filterCond: "", type: "PRIMARY" },
    ]);
    expect((await client.app.getGeneralNotifications({ app })).notifications[0]).toMatchObject({
      recordAdded: true,
      recordEdited: false,
    });
    expect((await client.app.getPerRecordNotifications({ app })).notifications).toHaveLength(1);
    expect((await client.app.getReminderNotifications({ app })).notifications[0]?.timing).toEqual({
      code: "検査日",
      daysLater: "1",
      time: "09:30",
    });
    expect((await client.app.getReports({ app })).reports["件数"]).toMatchObject({ chartType: "PIE" });
    expect((await client.app.getAppActions({ app })).actions["複写"]).toMatchObject({ destApp: { app } });
    expect((await client.app.getAdminNotes({ app })).content).toBe("<b>注意</b>");
    expect((await client.app.getAppAcl({ app })).rights[1]).toMatchObject({
      entity: everyone,
      recordViewable: true,
      recordAddable: false,
    });
    expect((await client.app.getRecordAcl({ app })).rights).toHaveLength(1);
    expect((await client.app.getFieldAcl({ app })).rights).toHaveLength(1);
  });
});

describe("names in other languages", () => {
  it("are answered when they are asked for", async () => {
    const options = { 良: { label: "良", index: "0" } };
    const { id } = domain.addApp({
      name: "判定",
      creator: "admin",
      properties: { 判定: { type: "RADIO_BUTTON", code: "判定", label: "判定", options } },
      views: { 一覧: { type: "LIST", fields: ["判定"], filterCond: '判定 in ("良")' } },
      translations: { en: { 判定: "Judgement", 良: "Good", 一覧: "All" } },
    });
    const english = await client.app.getFormFields({ app: id, lang: "en" });
    expect(english.properties["判定"]).toMatchObject({
      code: "判定",
      label: "Judgement",
      options: { Good: { label: "Good" } },
      defaultValue: "Good",
    });
    expect(Object.keys((await client.app.getViews({ app: id, lang: "en" })).views)).toEqual(["All"]);
    expect((await client.app.getAppSettings({ app: id, lang: "en" })).name).toBe("Judgement");
    for (const lang of ["default", "user", "ja"] as const) {
      expect((await client.app.getFormFields({ app: id, lang })).properties["判定"]?.label).toBe("判定");
    }
    expect(Object.keys((await client.app.getViews({ app: id })).views)).toEqual(["一覧"]);
    await expect(client.app.getViews({ app: id, lang: "fr" as never })).rejects.toMatchObject({ code: "CB_VA01" });
  });
});

describe("records through rest-api-client", () => {
  it("go along the process", async () => {
    const { id } = await client.record.addRecord({ app, record: { 品番: { value: "P-1" } } });
    await expect(client.record.updateRecordStatus({ app, id, action: "無い" })).rejects.toMatchObject({
      code: "GAIA_IL03",
    });
    await expect(client.record.updateRecordStatus({ app, id, action: "完了する" })).rejects.toMatchObject({
      code: "GAIA_SA01",
    });
    const { revision } = await client.record.updateRecordStatus({ app, id, action: "完了する", assignee: "sato" });
    expect(revision).toBe("3");
    const { record } = await client.record.getRecord({ app, id });
    expect(record["ステータス"]).toEqual({ type: "STATUS", value: "完了" });
    expect(record["作業者"]).toEqual({ type: "STATUS_ASSIGNEE", value: [{ code: "sato", name: "佐藤" }] });
    await client.record.updateRecordAssignees({ app, id, assignees: ["admin"] });
  });

  it("have comments, ten at a time", async () => {
    const { id: record } = await client.record.addRecord({ app, record: {} });
    for (let count = 1; count <= 12; count++)
      await client.record.addRecordComment({ app, record, comment: { text: `${count}` } });
    const newest = await client.record.getRecordComments({ app, record });
    expect(newest.comments.map(({ text }) => text.trim())).toEqual([
      "12",
      "11",
      "10",
      "9",
      "8",
      "7",
      "6",
      "5",
      "4",
      "3",
    ]);
    expect([newest.older, newest.newer]).toEqual([true, false]);
    await expect(client.record.getRecordComments({ app, record, limit: 11 })).rejects.toMatchObject({
      code: "CB_VA01",
    });
    await expect(client.record.deleteRecordComment({ app, record, comment: 999 })).rejects.toMatchObject({
      status: 400,
      code: "GAIA_RE02",
    });
  });

  it("come through cursors, of which there are ten", async () => {
    const { id, totalCount } = await client.record.createCursor({ app, query: "order by 品番 asc", size: 1 });
    expect(totalCount).toBe("2");
    expect((await client.record.getRecordsByCursor({ id })).next).toBe(true);
    expect((await client.record.getRecordsByCursor({ id })).next).toBe(false);
    await expect(client.record.getRecordsByCursor({ id })).rejects.toMatchObject({ status: 404, code: "GAIA_CN01" });
    for (let count = 0; count < 10; count++) await client.record.createCursor({ app });
    await expect(client.record.createCursor({ app })).rejects.toMatchObject({ status: 429, code: "GAIA_TM12" });
    domain.cursors.closeAll();
    expect(await client.record.getAllRecords({ app, orderBy: "品番 desc" })).toHaveLength(2);
  });

  it("are all or none in a bulk request", async () => {
    const add = (value: string) => ({
      method: "POST",
      api: "/k/v1/record.json",
      payload: { app, record: { 品番: { value } } },
    });
    const before = (await client.record.getAllRecords({ app })).length;
    await expect(client.bulkRequest({ requests: [add("B-1"), add("P-1")] })).rejects.toMatchObject({
      code: "CB_VA01",
      bulkRequestIndex: 1,
    });
    expect(await client.record.getAllRecords({ app })).toHaveLength(before);
    await client.bulkRequest({ requests: [add("B-1"), add("B-2")] });
    expect(await client.record.getAllRecords({ app })).toHaveLength(before + 2);
  });

  it("are inserted or updated by a key", async () => {
    const record = { updateKey: { field: "品番", value: "B-1" }, record: { 検査日: { value: "2026-11-20" } } };
    const fresh = { updateKey: { field: "品番", value: "C-1" }, record: {} };
    const { records } = await client.record.updateRecords({ app, upsert: true, records: [record, fresh] });
    expect(records).toMatchObject([{ operation: "UPDATE" }, { operation: "INSERT" }]);
  });

  it("are refused beyond a hundred", async () => {
    const records = Array.from({ length: 101 }, () => ({}));
    await expect(client.record.addRecords({ app, records })).rejects.toMatchObject({
      errors: { records: { messages: ["一度に100件までのレコードを追加できます。"] } },
    });
  });
});
