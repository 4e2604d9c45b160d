import { describe, expect, test } from "vitest";
import type { SettingName, SettingRequest } from "../../../src/domain/source";
import { createTokenConnection } from "../../../src/kintone/connection/token-connection";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { bytesOf, json, lastRequest, scriptedServer } from "../connection/scripted-server";
import { copiedRecords, wholeRecords } from "./copy-order";

const kintone = scriptedServer();
const source = () =>
  createRestSource(createTokenConnection({ baseUrl: kintone.baseUrl, apiTokens: ["t"], userAgent: "test" }));
const app = { appId: "7" };
const guestApp = { appId: "8", guestSpaceId: "3" };
const record = (id: string) => ({
  $id: { type: "__ID__", value: id },
  $revision: { type: "__REVISION__", value: "4" },
});

describe("records", () => {
  test.each([
    ["", "0", "$id > 0 order by $id asc limit 500"],
    ["  ", "0", "$id > 0 order by $id asc limit 500"],
    ['区分 = "A" or 区分 = "B"', "900", '(区分 = "A" or 区分 = "B") and $id > 900 order by $id asc limit 500'],
  ])("the query %j after %s", async (query, afterId, sent) => {
    const page = json(200, { records: [record("901"), record("1002")] });
    kintone.will(page, page);
    expect(await source().readRecords(app, { query, afterId })).toEqual([record("901"), record("1002")]);
    expect(lastRequest(kintone).url).toBe(`/k/v1/records.json?app=7&query=${sent}`);
    const copied = await source().copyRecords(app, { query, afterId }, wholeRecords);
    expect(copiedRecords(copied)).toEqual([record("901"), record("1002")]);
    expect(lastRequest(kintone).url).toBe(`/k/v1/records.json?app=7&query=${sent}`);
  });

  test("the other ways to ask for records", async () => {
    const page = json(200, { records: [record("9"), record("12")] });
    kintone.will(page, page, page, json(200, { records: [record("12"), record("9")] }));
    await source().readRecordsById(app, { query: '区分 = "A" or 区分 = "B"', ids: ["9", "10", "12"] });
    await source().copyRecordsById(app, { query: '区分 = "A" or 区分 = "B"', ids: ["9", "10", "12"] }, wholeRecords);
    expect(kintone.requests.map(({ url }) => url)).toEqual(
      Array(2).fill(
        '/k/v1/records.json?app=7&query=(区分 = "A" or 区分 = "B") and $id in (9,10,12) order by $id asc limit 500',
      ),
    );
    await source().readVersions(guestApp, { query: "", afterId: "8", upToId: "12" });
    expect(lastRequest(kintone).url).toBe(
      "/k/guest/3/v1/records.json?app=8&query=$id > 8 and $id <= 12 order by $id asc limit 500" +
        "&fields[0]=$id&fields[1]=$revision",
    );
    await source().readNewestRecords(app, "");
    expect(lastRequest(kintone).url).toBe("/k/v1/records.json?app=7&query=order by $id desc limit 500");
    expect(kintone.requests).toHaveLength(4);
  });

  test("several ids can be asked for with fewer at a time, and a single one cannot", async () => {
    const asked: unknown[] = [];
    const { readRecordsById, copyRecordsById } = createRestSource({
      ...createTokenConnection({ baseUrl: "", apiTokens: [], userAgent: "test" }),
      json: async ({ divisible }) => {
        asked.push(divisible);
        return Promise.reject(new Error("not asked"));
      },
    });
    for (const ids of [["9", "10"], ["9"]]) {
      await expect(readRecordsById(app, { query: "", ids })).rejects.toThrow("not asked");
      await expect(copyRecordsById(app, { query: "", ids }, wholeRecords)).rejects.toThrow("not asked");
    }
    expect(asked).toEqual([true, true, false, false]);
  });

  const range = { query: "", afterId: "10", upToId: "20" };
  const unversioned = { $id: { type: "__ID__", value: "12" } };
  test.each<[string, () => Promise<unknown>, unknown[]]>([
    [
      "readRecords",
      () => source().readRecords(app, range),
      [[record("5"), record("11")], [record("11"), record("11")], [record("12"), record("11")], [{}], [record("x")]],
    ],
    [
      "copyRecords",
      () => source().copyRecords(app, range, wholeRecords),
      [[record("5"), record("11")], [record("11"), record("11")], [record("12"), record("11")], [{}], [record("x")]],
    ],
    [
      "readRecordsById",
      () => source().readRecordsById(app, { query: "", ids: ["11", "12"] }),
      [[record("11"), record("13")], [record("12"), record("11")], [record("11"), record("11")], [{}]],
    ],
    [
      "copyRecordsById",
      () => source().copyRecordsById(app, { query: "", ids: ["11", "12"] }, wholeRecords),
      [[record("11"), record("13")], [record("12"), record("11")], [record("11"), record("11")], [{}]],
    ],
    [
      "readNewestRecords",
      () => source().readNewestRecords(app, ""),
      [[record("11"), record("12")], [record("12"), record("12")], [{}]],
    ],
    [
      "readVersions",
      () => source().readVersions(app, range),
      [
        [record("10")],
        [record("20"), record("21")],
        [record("12"), record("11")],
        [record("12"), record("12")],
        [unversioned],
        [{ ...unversioned, $revision: { type: "__REVISION__", value: 4 } }],
      ],
    ],
  ])("%s refuses records that were not asked for, or twice, or not as they must be", async (_name, read, answers) => {
    for (const records of [...answers, undefined, {}]) {
      kintone.will(json(200, { records }));
      await expect(read()).rejects.toMatchObject({ code: "BAD_RESPONSE", facts: { app: "7" } });
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
    kintone.will(json(200, { record: record("5") }), json(404, { code: "GAIA_RE01" }), json(200, {}));
    kintone.will(json(200, { record: record("5") }));
    expect(await source().readRecord(guestApp, "5")).toEqual(record("5"));
    expect(lastRequest(kintone).url).toBe("/k/guest/3/v1/record.json?app=8&id=5");
    await expect(source().readRecord(guestApp, "6")).rejects.toMatchObject({
      code: "RECORD_NOT_FOUND",
      facts: { app: "8", guestSpaceId: "3", record: "6" },
    });
    for (let i = 0; i < 2; i += 1) {
      await expect(source().readRecord(guestApp, "6")).rejects.toMatchObject({
        code: "BAD_RESPONSE",
        facts: { app: "8", record: "6" },
      });
    }
  });
});

describe("comments", () => {
  test("ten at a time, oldest first, whole", async () => {
    const comments = [
      { id: "3", text: "a ", mentions: [] },
      { id: "10", text: "b ", mentions: [], something: "new" },
    ];
    kintone.will(json(200, { comments, older: true, newer: true }), json(200, { comments: [], newer: false }));
    expect(await source().readComments(guestApp, "5", 20)).toEqual({ comments, more: true });
    expect(lastRequest(kintone).url).toBe(
      "/k/guest/3/v1/record/comments.json?app=8&record=5&order=asc&offset=20&limit=10",
    );
    expect(await source().readComments(app, "5", 0)).toEqual({ comments: [], more: false });
  });

  test.each([
    ["no list", { newer: false }],
    ["no word whether there are more", { comments: [{ id: "1" }] }],
    ["one twice", { comments: [{ id: "1" }, { id: "1" }], newer: false }],
    ["newest first", { comments: [{ id: "2" }, { id: "1" }], newer: false }],
    ["none, and yet more to come", { comments: [], newer: true }],
  ])("an answer with %s is refused", async (_what, answer) => {
    kintone.will(json(200, answer));
    await expect(source().readComments(app, "5", 0)).rejects.toMatchObject({
      code: "BAD_RESPONSE",
      facts: { app: "7", record: "5" },
    });
  });
});

describe("settings", () => {
  const requests: Array<[SettingName, SettingRequest, string]> = [
    ["app", {}, "/k/guest/3/v1/app.json?id=8"],
    ["app/form/fields", {}, "/k/guest/3/v1/app/form/fields.json?app=8&lang=default"],
    ["app/views", { language: "en" }, "/k/guest/3/v1/app/views.json?app=8&lang=en"],
    ["app/form/layout", {}, "/k/guest/3/v1/app/form/layout.json?app=8"],
    ["space/members", { spaceId: "3" }, "/k/guest/3/v1/space/members.json?id=3"],
  ];
  test.each(requests)("%s %j", async (name, request, url) => {
    const answer = { revision: "4", something: "new" };
    kintone.will(json(200, answer));
    expect(await source().readSetting(guestApp, name, request)).toEqual(answer);
    expect(lastRequest(kintone)).toMatchObject({ method: "GET", url });
  });

  test.each<[SettingName, unknown]>([
    ["app", { appId: 8 }],
    ["app/views", null],
    ["app/views", "x"],
    ["app/form/fields", { properties: { a: "b" }, "": [] }],
    ["app/customize", { desktop: { js: [{ type: "FILE", file: { size: 7 } }] } }],
  ])("%s is %j when kintone says so", async (name, answer) => {
    kintone.will(json(200, answer));
    expect(await source().readSetting(app, name)).toEqual(answer);
  });

  test("a refusal says what it was about", async () => {
    kintone.will(json(400, { code: "GAIA_IL23" }));
    const facts = { app: "7", settings: ["app"] };
    await expect(source().readSetting(app, "app")).rejects.toMatchObject({ code: "WRONG_SPACE", facts });
    await expect(source().readSetting(app, "space")).rejects.toMatchObject({
      code: "UNEXPECTED",
      facts: { app: "7", settings: ["space"] },
    });
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
