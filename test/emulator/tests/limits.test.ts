import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

let now = new Date("2026-11-20T00:00:00Z");
const domain = createDomain({ now: () => now });
const authorization = { "x-cybozu-authorization": Buffer.from("admin:kintone").toString("base64") };
let emulator: Emulator;
const read = (path: string) => fetch(`${emulator.url}/k/v1/${path}`, { headers: authorization });

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  domain.addApp({
    id: 1,
    name: "検査",
    creator: "admin",
    properties: {
      所見: { type: "MULTI_LINE_TEXT", code: "所見", label: "所見" },
      添付: { type: "FILE", code: "添付", label: "添付" },
    },
  });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());

describe("a domain", () => {
  it("works on a hundred requests at a time and says so in headers", async () => {
    domain.faults.add({ when: { path: "records.json" }, do: { kind: "latency", milliseconds: 400 } });
    const responses = await Promise.all(Array.from({ length: 104 }, () => read("records.json?app=1")));
    domain.faults.clear();
    const refused = responses.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(4);
    expect(refused[0]?.headers.get("x-concurrencylimit-running")).toBe("101");
    expect(responses[0]?.headers.get("x-concurrencylimit-limit")).toBe("100");
  });

  it("forgets an upload after three days", async () => {
    const client = new KintoneRestAPIClient({
      baseUrl: emulator.url,
      auth: { username: "admin", password: "kintone" },
    });
    const { fileKey } = await client.file.uploadFile({ file: { name: "a.txt", data: "a" } });
    await expect(client.file.downloadFile({ fileKey })).rejects.toMatchObject({ status: 404 });
    now = new Date(now.getTime() + 3 * 24 * 60 * 60 * 1000 + 1);
    const record = { 添付: { value: [{ fileKey }] } };
    await expect(client.record.addRecord({ app: 1, record })).rejects.toMatchObject({ code: "GAIA_BL01" });
  });

  it("keeps a cursor for ten minutes", async () => {
    const client = new KintoneRestAPIClient({
      baseUrl: emulator.url,
      auth: { username: "admin", password: "kintone" },
    });
    const { id } = await client.record.createCursor({ app: 1 });
    now = new Date(now.getTime() + 10 * 60 * 1000);
    await expect(client.record.getRecordsByCursor({ id })).rejects.toMatchObject({ code: "GAIA_CN01" });
  });

  it("stops searching words at 100,000 hits", async () => {
    const app = domain.apps.get(1);
    const base = {
      revision: 1,
      creator: "admin",
      modifier: "admin",
      createdTime: "",
      updatedTime: "",
      status: undefined,
      assignees: [],
    };
    app?.records.generate(100_001, (id) => ({ ...base, id, values: { 所見: "異常なし", 添付: [] } }));
    const query = encodeURIComponent('所見 like "異常" limit 1');
    const response = await read(`records.json?app=1&totalCount=true&query=${query}`);
    expect(response.headers.get("x-cybozu-warning")).toBe("Filter aborted because of too many search results");
    expect(await response.json()).toMatchObject({ totalCount: "100000" });
  });

  it("refuses what an app is asked beyond a number of requests a day, when it is told to, until 9:00 in Japan", async () => {
    domain.spaces.add({ id: 3, name: "仕入先", isGuest: true, administrators: ["admin"] });
    const properties = { 所見: { type: "MULTI_LINE_TEXT", code: "所見", label: "所見" } };
    domain.addApp({ id: 7, name: "仕入先の検査", creator: "admin", spaceId: 3, properties });
    domain.addApp({ id: 8, name: "製品", creator: "admin", properties });
    now = new Date("2026-12-01T08:59:00+09:00");
    const limit = (perAppAndDay?: number) =>
      fetch(`${emulator.url}/emulator/events`, {
        method: "POST",
        body: JSON.stringify({ name: "requests-limited", perAppAndDay }),
      });
    await limit(2);
    const ofGuestApp = () => fetch(`${emulator.url}/k/guest/3/v1/records.json?app=7`, { headers: authorization });
    const statuses = async () => [
      (await ofGuestApp()).status,
      (await ofGuestApp()).status,
      (await ofGuestApp()).status,
    ];
    expect(await statuses()).toEqual([200, 200, 429]);
    expect(await (await ofGuestApp()).json()).toMatchObject({ code: "GAIA_TO04" });
    expect((await read("records.json?app=8")).status).toBe(200);
    now = new Date("2026-12-01T09:00:00+09:00");
    expect(await statuses()).toEqual([200, 200, 429]);
    await limit();
    expect((await ofGuestApp()).status).toBe(200);
  });

  it("takes a URL of 8 KB", async () => {
    expect((await read(`records.json?app=1&query=${"a".repeat(8 * 1024)}`)).status).toBe(414);
  });
});
