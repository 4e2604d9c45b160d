import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { KintoneRecord } from "../../../src/archive/records/kintone-app";
import { addToken, everybody, localKintone, manager } from "../local-kintone";
import { copiedIds, copiedRecords, wholeRecords } from "./copy-order";

const kintone = localKintone();
const app = { appId: "1" };
const guestApp = { appId: "2", guestSpaceId: "3" };
const properties = {
  区分: { type: "SINGLE_LINE_TEXT", code: "区分", label: "区分" },
  数量: { type: "NUMBER", code: "数量", label: "数量" },
};
/** Every third record matches, and so do the first ten. */
const some = '区分 = "0" or 数量 <= 10';
const ids = (records: readonly KintoneRecord[]) => records.map((record) => Number(record.$id?.value));
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const matching = upTo(1203).filter((id) => id % 3 === 0 || id <= 10);

beforeAll(() => {
  const { domain } = kintone;
  for (const [id, spaceId] of [[1], [2, 3]] as const) {
    const added = domain.addApp({
      id,
      name: "検査",
      creator: "admin",
      code: "QR",
      ...(spaceId !== undefined && { spaceId }),
      properties,
      acl: [manager, everybody],
    });
    addToken(added, `token-${id}`, false);
    for (const record of upTo(1203)) {
      added.addRecord({ 区分: { value: String(record % 3) }, 数量: { value: String(record) } });
    }
  }
  const first = domain.apps.get(1);
  for (const number of upTo(23)) first?.addComment(5, { text: `${number} `, creator: "sato" });
  for (const number of upTo(10)) first?.addComment(6, { text: `${number} `, creator: "sato" });
});
beforeEach(() => {
  kintone.sent.length = 0;
});

describe.each([
  ["a user", () => kintone.as("sato"), app],
  ["a user in a guest space", () => kintone.as("sato"), guestApp],
  ["a token", () => kintone.withToken("token-1"), app],
  ["a token in a guest space", () => kintone.withToken("token-2"), guestApp],
  ["a session", () => kintone.inSessionOf("sato"), app],
] as const)("%s", (_who, source, of) => {
  test("reads all records, page by page", async () => {
    const first = await source().readRecords(of, { query: some, afterId: "0" });
    expect(ids(first)).toEqual(matching);
    const page = await source().readRecords(of, { query: "", afterId: "0" });
    expect(copiedRecords(await source().copyRecords(of, { query: "", afterId: "0" }, wholeRecords))).toEqual(page);
    expect(ids(page)).toEqual(upTo(500));
    expect(ids(await source().readRecords(of, { query: "", afterId: "1000" }))).toEqual(upTo(1203).slice(1000));
    expect(await source().readRecords(of, { query: some, afterId: "1203" })).toEqual([]);
  });

  test("reads records by id: those that are there and match", async () => {
    const asked = ["2", "12", "13", "9999", "600", "9"];
    expect(copiedIds(await source().copyRecordsById(of, { query: some, ids: asked }, wholeRecords))).toEqual([
      2, 9, 12, 600,
    ]);
    expect(copiedIds(await source().copyRecordsById(of, { query: "", ids: asked }, wholeRecords))).toEqual([
      2, 9, 12, 13, 600,
    ]);
    expect(
      copiedIds(await source().copyRecordsById(of, { query: "", ids: upTo(100).map(String) }, wholeRecords)),
    ).toEqual(upTo(100));
  });

  test("reads the newest records", async () => {
    expect(ids(await source().readNewestRecords(of, ""))).toEqual(upTo(1203).slice(-500).reverse());
    expect(ids(await source().readNewestRecords(of, some))).toEqual([...matching].reverse());
  });

  test("reads versions, up to an id", async () => {
    const versions = await source().readVersions(of, { query: some, afterId: "7", upToId: "15" });
    expect(versions).toEqual(["8", "9", "10", "12", "15"].map((id) => ({ id, revision: "1" })));
    expect(await source().readVersions(of, { query: "", afterId: "0", upToId: "1203" })).toHaveLength(500);
    expect(await source().readVersions(of, { query: "", afterId: "15", upToId: "15" })).toEqual([]);
  });

  test("counts", async () => {
    expect(await source().countRecords(of, { query: some })).toBe(matching.length);
    expect(await source().countRecords(of, { query: some, upToId: "12" })).toBe(11);
    expect(await source().countRecords(of, { query: "" })).toBe(1203);
  });

  test("says QUERY_REFUSED and which app when the query is wrong", async () => {
    const wrong = '無い = "1"';
    for (const ask of [
      () => source().readRecords(of, { query: wrong, afterId: "0" }),
      () => source().copyRecordsById(of, { query: wrong, ids: ["1"] }, wholeRecords),
      () => source().copyRecords(of, { query: wrong, afterId: "0" }, wholeRecords),
      () => source().readNewestRecords(of, wrong),
      () => source().readVersions(of, { query: wrong, afterId: "0", upToId: "9" }),
    ]) {
      await expect(ask()).rejects.toMatchObject({ code: "QUERY_REFUSED", facts: { app: of.appId } });
    }
  });
});

test("versions follow a change", async () => {
  const range = { query: "", afterId: "1200", upToId: "1201" };
  const before = await kintone.as("sato").readVersions(guestApp, range);
  kintone.domain.faults.add({
    when: { path: "records.json" },
    do: { kind: "event", event: { name: "record-changed", app: 2, id: 1201, record: { 数量: { value: "0" } } } },
  });
  await kintone.as("sato").readVersions(guestApp, range);
  kintone.domain.faults.clear();
  const after = await kintone.as("sato").readVersions(guestApp, range);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(Number(after[0]?.revision)).toBeGreaterThan(Number(before[0]?.revision));
});

describe("a query that turns the conditions around it into others", () => {
  const turning = '区分 = "0") or (区分 = "1"';
  const refused = { code: "BAD_RESPONSE", facts: { app: "1" } };

  test("is refused instead of being read twice, or for ever", async () => {
    const source = kintone.as("sato");
    await expect(source.readRecords(app, { query: turning, afterId: "600" })).rejects.toMatchObject(refused);
    for (const copying of [
      source.copyRecords(app, { query: turning, afterId: "600" }, wholeRecords),
      source.copyRecordsById(app, { query: turning, ids: ["5"] }, wholeRecords),
    ]) {
      await expect(copying).rejects.toMatchObject(refused);
    }
    await expect(
      source.readVersions(app, { query: '区分 = "1") or (区分 = "0"', afterId: "0", upToId: "30" }),
    ).rejects.toMatchObject(refused);
  });
});

describe("a request that is too long for a URL", () => {
  // 9 KB once it is escaped: as GET it would be refused.
  const long = upTo(200)
    .map((number) => `区分 = "第${number}区分"`)
    .concat(some)
    .join(" or ");
  const wanted = upTo(100).map(String);
  const found = matching.filter((id) => id <= 100);

  test.each([
    ["a session", () => kintone.inSessionOf("sato")],
    ["a user", () => kintone.as("sato")],
    ["a token", () => kintone.withToken("token-1")],
  ])("%s sends it as a POST that says GET", async (_who, source) => {
    expect(copiedIds(await source().copyRecordsById(app, { query: long, ids: wanted }, wholeRecords))).toEqual(found);
    expect(await source().countRecords(app, { query: long, upToId: "100" })).toBe(found.length);
    const versions = await source().readVersions(app, { query: long, afterId: "0", upToId: "100" });
    expect(versions.map(({ id }) => Number(id))).toEqual(found);
    expect(kintone.sent).toEqual(Array(3).fill("POST (GET) /k/v1/records.json"));
  });

  test("a hundred ids alone are not", async () => {
    await kintone.as("sato").copyRecordsById(app, { query: "", ids: upTo(1203).slice(-100).map(String) }, wholeRecords);
    expect(kintone.sent[0]).toMatch(/^GET /);
  });
});

describe("comments", () => {
  test("come in tens, oldest first", async () => {
    const texts = [];
    let more = true;
    for (let offset = 0; more; offset += 10) {
      const page = await kintone.as("sato").readComments(app, "5", offset);
      texts.push(...(page.comments as unknown as Array<{ text: string }>).map(({ text }) => text));
      more = page.more;
    }
    expect(texts).toEqual(upTo(23).map((number) => `${number} `));
    expect(kintone.sent).toHaveLength(3);
  });

  test("exactly ten are all; none are none", async () => {
    expect(await kintone.as("sato").readComments(app, "6", 0)).toMatchObject({ more: false });
    expect(await kintone.as("sato").readComments(app, "7", 0)).toEqual({ comments: [], more: false });
    expect(await kintone.withToken("token-2").readComments(guestApp, "7", 0)).toEqual({ comments: [], more: false });
  });

  test("of a record that is gone, or in an app without comments, are refused, and it is said which", async () => {
    const missing = kintone.as("sato").readComments(app, "9999", 0);
    await expect(missing).rejects.toMatchObject({ code: "RECORD_NOT_FOUND", facts: { app: "1", record: "9999" } });
    kintone.domain.addApp({ id: 4, name: "静か", creator: "admin", properties, settings: { enableComments: false } });
    kintone.domain.apps.get(4)?.addRecord({});
    const silent = kintone.as("admin").readComments({ appId: "4" }, "1", 0);
    await expect(silent).rejects.toMatchObject({ code: "NO_PERMISSION", facts: { app: "4", record: "1" } });
  });
});
