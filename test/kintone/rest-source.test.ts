import { describe, expect, test } from "vitest";
import { createRestSource } from "../../src/kintone/rest-source";
import { createTokenConnection } from "../../src/kintone/token-connection";
import type { SettingName } from "../../src/engine/source";
import { bytesOf, json, lastRequest, scriptedServer } from "./scripted-server";

const kintone = scriptedServer();
const source = () =>
  createRestSource(createTokenConnection({ baseUrl: kintone.baseUrl, apiTokens: ["t"], userAgent: "test" }));
const app = { appId: "7" };
const guestApp = { appId: "8", guestSpaceId: "3" };
const record = (id: string) => ({ $id: { type: "__ID__", value: id } });

describe("records", () => {
  test.each([
    ["", "0", "$id > 0 order by $id asc limit 500"],
    ["  ", "0", "$id > 0 order by $id asc limit 500"],
    ['区分 = "A" or 区分 = "B"', "900", '(区分 = "A" or 区分 = "B") and $id > 900 order by $id asc limit 500'],
  ])("the query %j after %s", async (query, afterId, sent) => {
    kintone.will(json(200, { records: [record("901"), record("1002")] }));
    expect(await source().readRecords(app, { query, afterId })).toEqual([record("901"), record("1002")]);
    expect(lastRequest(kintone).url).toBe(`/k/v1/records.json?app=7&query=${sent}`);
  });

  test("records that were not asked for are an error, or a page would be read for ever", async () => {
    kintone.will(json(200, { records: [record("5"), record("11")] }), json(200, { records: [{}] }), json(200, {}));
    for (let i = 0; i < 3; i += 1) {
      await expect(source().readRecords(app, { query: "", afterId: "10" })).rejects.toMatchObject({
        code: "BAD_RESPONSE",
        facts: { app: "7" },
      });
    }
  });

  test("the count asks for one record with one field", async () => {
    kintone.will(json(200, { records: [record("1")], totalCount: "12345" }), json(200, { totalCount: "0" }));
    expect(await source().countRecords(app, { query: "" })).toBe(12345);
    expect(lastRequest(kintone).url).toBe("/k/v1/records.json?app=7&query=limit 1&fields[0]=$id&totalCount=true");
    expect(await source().countRecords(guestApp, { query: "数量 > 1", upToId: "99" })).toBe(0);
    expect(lastRequest(kintone).url).toBe(
      "/k/guest/3/v1/records.json?app=8&query=(数量 > 1) and $id <= 99 limit 1&fields[0]=$id&totalCount=true",
    );
  });

  test("no count is an error, not zero", async () => {
    kintone.will(json(200, { records: [], totalCount: null }));
    await expect(source().countRecords(app, { query: "" })).rejects.toMatchObject({ code: "BAD_RESPONSE" });
  });

  test("one record, and which one it was when it cannot be read", async () => {
    kintone.will(json(200, { record: record("5") }), json(404, { code: "GAIA_RE01" }));
    expect(await source().readRecord(guestApp, "5")).toEqual(record("5"));
    expect(lastRequest(kintone).url).toBe("/k/guest/3/v1/record.json?app=8&id=5");
    await expect(source().readRecord(guestApp, "6")).rejects.toMatchObject({
      code: "RECORD_NOT_FOUND",
      facts: { app: "8", guestSpaceId: "3", record: "6" },
    });
  });
});

describe("settings", () => {
  const requests: Array<[SettingName, string]> = [
    ["app", "/k/guest/3/v1/app.json?id=8"],
    ["app/settings", "/k/guest/3/v1/app/settings.json?app=8&lang=default"],
    ["app/views", "/k/guest/3/v1/app/views.json?app=8&lang=default"],
    ["app/form/fields", "/k/guest/3/v1/app/form/fields.json?app=8&lang=default"],
    ["app/form/layout", "/k/guest/3/v1/app/form/layout.json?app=8"],
  ];
  test.each(requests)("%s", async (name, url) => {
    kintone.will(json(200, { revision: "4", something: "new" }));
    expect(await source().readSetting(guestApp, name)).toEqual({ revision: "4", something: "new" });
    expect(lastRequest(kintone)).toMatchObject({ method: "GET", url });
  });

  test("a refusal says which app it was about", async () => {
    kintone.will(json(400, { code: "GAIA_IL23" }));
    await expect(source().readSetting(app, "app")).rejects.toMatchObject({ code: "WRONG_SPACE", facts: { app: "7" } });
  });
});

describe("files", () => {
  test("the bytes, from the app's own space", async () => {
    kintone.will(bytesOf(Uint8Array.from([1, 2, 3])));
    const stream = await source().openFile(guestApp, "2012+/=");
    expect([...new Uint8Array(await new Response(stream).arrayBuffer())]).toEqual([1, 2, 3]);
    expect(lastRequest(kintone).url).toBe("/k/guest/3/v1/file.json?fileKey=2012+/=");
  });

  test("a file that is gone", async () => {
    kintone.will(json(404, { code: "GAIA_BL01" }));
    await expect(source().openFile(app, "k")).rejects.toMatchObject({ code: "FILE_GONE", facts: { app: "7" } });
  });
});
