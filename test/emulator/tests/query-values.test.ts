import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { type Emulator, startEmulator } from "../server";
import { ask } from "./asking";

const domain = createDomain({ now: () => new Date("2026-11-20T03:00:00Z") });
domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
const long = "x".repeat(64);
const field = (type: string, code: string) => ({ type, code, label: code });
const app = domain.addApp({
  name: "値",
  creator: "admin",
  properties: {
    名: field("SINGLE_LINE_TEXT", "名"),
    文: field("MULTI_LINE_TEXT", "文"),
    表: { ...field("SUBTABLE", "表"), fields: { 日時: field("DATETIME", "日時"), 時刻: field("TIME", "時刻") } },
  },
});
const row = (日時: string, 時刻: string) => ({ value: { 日時: { value: 日時 }, 時刻: { value: 時刻 } } });
app.addRecord({ 名: { value: "abc" }, 文: { value: "森" }, 表: { value: [row("2026-11-20T05:00:00Z", "09:00")] } });
app.addRecord({ 名: { value: "abc  " }, 文: { value: "森川" }, 表: { value: [row("2026-11-19T05:00:00Z", "10:00")] } });
app.addRecord({ 名: { value: " abc" }, 文: { value: "株式会社 森" } });
app.addRecord({ 名: { value: "abc\u3000" }, 文: { value: "a b" } });
app.addRecord({ 名: { value: `${long}A` }, 文: { value: "ab" } });
app.addRecord({ 名: { value: `${long}B` }, 文: { value: "" } });

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());

async function found(condition: string): Promise<number[]> {
  const query = encodeURIComponent(`${condition} order by $id asc`);
  const { body } = await ask(emulator, "GET", `records.json?app=${app.id}&query=${query}`);
  return (body.records as Array<{ $id: { value: string } }>).map(({ $id }) => Number($id.value));
}

// Measured: SonicGarden/kintone-emulator `records-query-compare.test.ts`
describe("of a text in one line", () => {
  it.each([
    ['名 = "abc"', [1, 2]],
    ['名 in ("abc ")', [1, 2]],
    ['名 = " abc"', [3]],
    ['名 = "abc\u3000"', [4]],
    ['名 != "abc"', [3, 4, 5, 6]],
    [`名 = "${long}C"`, [5, 6]],
    [`名 not in ("${long}")`, [1, 2, 3, 4]],
    [`名 = "${long.slice(1)}A"`, []],
  ])("spaces at the end and what is behind 64 characters do not count: %s", async (condition, ids) => {
    expect(await found(condition)).toEqual(ids);
  });
});

// kintone help, "Notes on search keywords": https://jp.cybozu.help/k/ja/user/search/search_details.html
it.each([
  ['文 like "森"', [1, 3]],
  ['文 like "川"', []],
  ['文 like "森川"', [2]],
  ['文 like "a"', [4]],
])("one character finds words of one character: %s", async (condition, ids) => {
  expect(await found(condition)).toEqual(ids);
});

// "In tables use in and not in instead of = and !=": https://cybozu.dev/ja/kintone/docs/overview/query/, with a date and time as the example
it.each([
  ['日時 in ("2026-11-20T05:00:00Z")', [1]],
  ["日時 in (YESTERDAY())", [2]],
  ['日時 not in ("2026-11-20T05:00:00Z")', [2]],
  ['時刻 in ("09:00", "11:00")', [1]],
])("dates and times in a table are asked for with in: %s", async (condition, ids) => {
  expect(await found(condition)).toEqual(ids);
});
