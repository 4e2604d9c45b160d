import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

const domain = createDomain();
let emulator: Emulator;
let client: KintoneRestAPIClient;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  emulator = await startEmulator({ domain });
  client = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { username: "admin", password: "kintone" } });
});
afterAll(() => emulator.close());

const entry = { noLabel: false, required: false };

describe("records through the official client", () => {
  it("are made, changed, read and deleted in an app that was created and deployed over REST", async () => {
    const { app } = await client.app.addApp({ name: "検査" });
    await client.app.addFormFields({
      app,
      properties: {
        品番: { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番", ...entry, required: true, unique: true },
        数: { type: "NUMBER", code: "数", label: "数", ...entry },
        添付: { type: "FILE", code: "添付", label: "添付", ...entry },
        明細: {
          type: "SUBTABLE",
          code: "明細",
          label: "明細",
          fields: { 測定値: { type: "NUMBER", code: "測定値", label: "測定値" } },
        },
      },
    });
    await client.app.deployApp({ apps: [{ app }] });
    await expect.poll(async () => (await client.app.getDeployStatus({ apps: [app] })).apps[0]?.status).toBe("SUCCESS");

    const { fileKey } = await client.file.uploadFile({ file: { name: "図面.txt", data: "こんにちは" } });
    const added = await client.record.addRecord({
      app,
      record: {
        品番: { value: "A-1" },
        数: { value: "1.5e1" },
        添付: { value: [{ fileKey }] },
        明細: { value: [{ value: { 測定値: { value: "abc" } } }] },
      },
    });
    expect(added).toEqual({ id: "1", revision: "1" });
    const { record } = await client.record.getRecord({ app, id: 1 });
    expect(record["数"]).toEqual({ type: "NUMBER", value: "15" });
    expect(record["明細"]).toEqual({
      type: "SUBTABLE",
      value: [{ id: "1", value: { 測定値: { type: "NUMBER", value: "" } } }],
    });
    const [file] = record["添付"]?.value as Array<{ fileKey: string; size: string; name: string }>;
    expect(file).toMatchObject({ name: "図面.txt", size: "15" });
    const bytes = await client.file.downloadFile({ fileKey: file?.fileKey ?? "" });
    expect(new TextDecoder().decode(bytes)).toBe("こんにちは");

    await expect(
      client.record.addRecord({ app, record: { 品番: { value: "A-1" }, 数: { value: "x" } } }),
    ).rejects.toMatchObject({
      status: 400,
      code: "CB_VA01",
      errors: {
        "record.品番.value": { messages: ["値がほかのレコードと重複しています。"] },
        "record[数].value": { messages: ["数字でなければなりません。"] },
      },
    });
    await client.record.updateRecord({ app, id: 1, record: { 数: { value: 3 } }, revision: 1 });
    await expect(client.record.updateRecord({ app, id: 1, record: {}, revision: 1 })).rejects.toMatchObject({
      status: 409,
      code: "GAIA_CO02",
    });
    const page = await client.record.getRecords({
      app,
      query: '数 > 2 and 品番 in ("A-1") order by $id asc limit 500',
      totalCount: true,
    });
    expect(page.totalCount).toBe("1");
    await client.record.deleteRecords({ app, ids: [1] });
    expect((await client.record.getRecords({ app })).records).toEqual([]);
  });

  it("come back whole with getAllRecords and with addAllRecords' bulk requests", async () => {
    const app = domain.addApp({
      name: "多い",
      creator: "admin",
      properties: { 数: { type: "NUMBER", code: "数", label: "数" } },
    });
    const records = Array.from({ length: 1203 }, (_, index) => ({ 数: { value: index } }));
    await client.record.addAllRecords({ app: app.id, records });
    const all = await client.record.getAllRecords({ app: app.id, condition: "数 >= 3" });
    expect(all).toHaveLength(1200);
  });

  it("are refused to those who have no right to see them", async () => {
    const app = domain.addApp({
      name: "人事評価",
      creator: "admin",
      properties: {},
      acl: [{ entity: { type: "USER", code: "admin" }, recordViewable: true }],
    });
    const sato = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { username: "sato", password: "kintone" } });
    await expect(sato.record.getRecords({ app: app.id })).rejects.toMatchObject({ status: 403, code: "CB_NO02" });
  });
});
