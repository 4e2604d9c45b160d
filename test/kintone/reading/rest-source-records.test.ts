import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addToken, everybody, localKintone, manager } from "../local-kintone";
import { copiedIds, wholeRecords } from "./copy-order";

const kintone = localKintone();
const app = { appId: "1" };
const guestApp = { appId: "2", guestSpaceId: "3" };
const properties = {
  区分: { type: "SINGLE_LINE_TEXT", code: "区分", label: "区分" },
  数量: { type: "NUMBER", code: "数量", label: "数量" },
};
/** Every third record matches, and so do the first ten. */
const some = '区分 = "0" or 数量 <= 10';
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
});
beforeEach(() => {
  kintone.sent.length = 0;
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
    for (const read of [
      () => source.copyRecords(app, { query: turning, afterId: "600" }, wholeRecords),
      () => source.copyRecordsById(app, { query: turning, ids: ["5"] }, wholeRecords),
      () => source.readRecordsById(app, { query: turning, ids: ["5"] }),
    ]) {
      await expect(read()).rejects.toMatchObject(refused);
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

test("comments in an app without any are refused, and it is said of which record", async () => {
  kintone.domain.addApp({ id: 4, name: "静か", creator: "admin", properties, settings: { enableComments: false } });
  kintone.domain.apps.get(4)?.addRecord({});
  const silent = kintone.as("admin").readComments({ appId: "4" }, "1", 0);
  await expect(silent).rejects.toMatchObject({ code: "NO_PERMISSION", facts: { app: "4", record: "1" } });
});
