import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionCookie } from "../access/sessions";
import { createDomain } from "../domain/domain";
import type { Properties } from "../domain/form";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

const properties: Properties = {
  品番: { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番" },
  原価: { type: "NUMBER", code: "原価", label: "原価" },
};
const domain = createDomain();
let emulator: Emulator;
const client = (username: string) =>
  new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { username, password: "kintone" } });

beforeAll(async () => {
  const { people, spaces } = domain;
  people.addOrganization({ code: "factory", name: "工場" });
  people.addOrganization({ code: "qa", name: "品質保証", parentCode: "factory" });
  people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  people.addUser({ code: "sato", name: "佐藤", password: "kintone", organizations: ["qa"] });
  spaces.add({ id: 7, name: "仕入先", isGuest: true, administrators: ["admin"] });
  domain.addApp({ id: 1, name: "品質", creator: "admin", code: "QR", properties });
  domain.addApp({ id: 2, name: "仕入先", creator: "admin", spaceId: 7, properties });
  domain.apps
    .get(1)
    ?.tokens.push({ token: "view-only", view: true, add: false, edit: false, delete: false, manage: false });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());

describe("a session", () => {
  const send = async (method: string, headers: Record<string, string>, body: object) => {
    const response = await fetch(`${emulator.url}/k/v1/record.json`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { code?: string; id?: string };
    return { status: response.status, answer };
  };

  it("needs X-Requested-With, and its token for whatever writes", async () => {
    const session = emulator.sessions.login("sato", "kintone");
    const cookie = sessionCookie(session).split(";")[0] ?? "";
    const ajax = { cookie, "x-requested-with": "XMLHttpRequest" };
    const record = { app: 1, record: { 品番: { value: "A" } } };
    expect((await send("POST", { cookie }, record)).answer.code).toBe("CB_IL02");
    expect((await send("POST", ajax, record)).answer.code).toBe("CB_IL02");
    expect((await send("POST", ajax, { ...record, __REQUEST_TOKEN__: session?.csrfToken })).status).toBe(200);
    const read = await fetch(`${emulator.url}/k/v1/records.json?app=1`, { headers: ajax });
    expect(read.status).toBe(200);
    emulator.sessions.expire("sato");
    const expired = await fetch(`${emulator.url}/k/v1/records.json?app=1`, { headers: ajax });
    expect([expired.status, await expired.json()]).toMatchObject([401, { code: "CB_AU01" }]);
  });
});

describe("an API token", () => {
  it("may do what it was made for, with its own app only", async () => {
    const token = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { apiToken: "view-only" } });
    await expect(token.record.getRecords({ app: 1 })).resolves.toBeDefined();
    await expect(token.record.addRecord({ app: 1, record: {} })).rejects.toMatchObject({ code: "GAIA_NO01" });
    await expect(token.app.addApp({ name: "新" })).rejects.toMatchObject({ code: "GAIA_NO01" });
    await expect(token.app.getFormFields({ app: 2 })).rejects.toMatchObject({ code: "GAIA_IL23" });
    const unknown = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { apiToken: "wrong" } });
    await expect(unknown.record.getRecords({ app: 1 })).rejects.toMatchObject({ status: 400, code: "GAIA_IA02" });
  });
});

describe("a guest space", () => {
  it("has its own path", async () => {
    await expect(client("admin").record.getRecords({ app: 2 })).rejects.toMatchObject({
      status: 400,
      code: "GAIA_IL23",
    });
    const auth = { username: "admin", password: "kintone" };
    const guest = new KintoneRestAPIClient({ baseUrl: emulator.url, auth, guestSpaceId: 7 });
    await expect(guest.record.getRecords({ app: 2 })).resolves.toMatchObject({ records: [] });
    await expect(guest.record.getRecords({ app: 1 })).rejects.toMatchObject({ code: "GAIA_IL25" });
    expect((await guest.app.getApps({})).apps.map(({ appId }) => appId)).toEqual(["2"]);
    expect((await client("admin").app.getApps({})).apps.map(({ appId }) => appId)).toEqual(["1"]);
  });

  it("is closed to those who are not in it", async () => {
    const auth = { username: "sato", password: "kintone" };
    const guest = new KintoneRestAPIClient({ baseUrl: emulator.url, auth, guestSpaceId: 7 });
    await expect(guest.record.getRecords({ app: 2 })).rejects.toMatchObject({ status: 403, code: "CB_NO02" });
  });
});

describe("permissions", () => {
  it("hide records and fields from one user and not from another", async () => {
    const everyone = { entity: { type: "GROUP", code: "everyone" }, recordViewable: true, recordEditable: true };
    const app = domain.addApp({
      id: 3,
      name: "原価",
      creator: "admin",
      properties,
      acl: [
        { entity: { type: "USER", code: "admin" }, appEditable: true, recordViewable: true, recordEditable: true },
        everyone,
      ],
      recordAcl: [
        {
          filterCond: '品番 in ("秘密")',
          entities: [
            {
              entity: { type: "USER", code: "admin" },
              includeSubs: false,
              viewable: true,
              editable: true,
              deletable: true,
            },
          ],
        },
      ],
      fieldAcl: [
        {
          code: "原価",
          entities: [
            { entity: { type: "USER", code: "admin" }, includeSubs: false, accessibility: "WRITE" },
            { entity: { type: "ORGANIZATION", code: "factory" }, includeSubs: true, accessibility: "NONE" },
          ],
        },
      ],
    });
    app.addRecord({ 品番: { value: "秘密" }, 原価: { value: 1 } });
    app.addRecord({ 品番: { value: "公開" }, 原価: { value: 2 } });

    expect((await client("admin").record.getRecords({ app: 3 })).records).toHaveLength(2);
    const { records, totalCount } = await client("sato").record.getRecords({ app: 3, totalCount: true });
    expect([records.length, totalCount]).toEqual([1, "1"]);
    expect(records[0]?.["品番"]?.value).toBe("公開");
    expect(records[0]).not.toHaveProperty("原価");
    await expect(client("sato").record.getRecord({ app: 3, id: 1 })).rejects.toMatchObject({ status: 403 });
    await expect(
      client("sato").record.updateRecord({ app: 3, id: 2, record: { 原価: { value: 9 } } }),
    ).rejects.toMatchObject({
      code: "GAIA_FU01",
    });
    const { rights } = await client("sato").app.evaluateRecordsAcl({ app: 3, ids: [1, 2] });
    expect(rights[0]?.record).toEqual({ viewable: false, editable: false, deletable: false });
    expect(rights[1]?.fields["原価"]).toEqual({ viewable: false, editable: false });
  });

  it("show a record number with the app's code", async () => {
    domain.apps.get(1)?.addRecord({ 品番: { value: "B" } });
    const { records } = await client("admin").record.getRecords({ app: 1, query: 'レコード番号 = "QR-1"' });
    expect(records[0]?.["レコード番号"]?.value).toBe("QR-1");
  });
});
