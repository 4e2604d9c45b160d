import { expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { withProcess } from "../domain/process-management";
import { addGeneratedApp } from "../domain/generated-app";
import { startEmulator } from "../server";

const authorization = { "x-cybozu-authorization": Buffer.from("admin:kintone").toString("base64") };

function domainWithPeople() {
  const domain = createDomain();
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  return domain;
}

type Records = { records: Array<Record<string, unknown>>; totalCount: string | null };

async function serve(domain: ReturnType<typeof createDomain>) {
  const emulator = await startEmulator({ domain });
  const get = async (path: string): Promise<string> =>
    (await fetch(`${emulator.url}/k/v1/${path}`, { headers: authorization })).text();
  const listText = (app: number, query = "order by $id asc", rest = "") =>
    get(`records.json?app=${app}&query=${encodeURIComponent(query)}${rest}`);
  return {
    listText,
    list: async (...of: Parameters<typeof listText>) => JSON.parse(await listText(...of)) as Records,
    recordText: (app: number, id: number) => get(`record.json?app=${app}&id=${id}`),
    close: () => emulator.close(),
  };
}

it("lists and single records say the same, whatever the values and codes are", async () => {
  const domain = domainWithPeople();
  const text = (code: string) => ({ type: "SINGLE_LINE_TEXT", code, label: code });
  const app = domain.addApp({
    name: "検査",
    code: "QR",
    creator: "admin",
    properties: {
      文: text("文"),
      2024: text("2024"),
      'a"b': text('a"b'),
      表: { type: "SUBTABLE", code: "表", label: "表", fields: { 行: { type: "NUMBER", code: "行", label: "行" } } },
      人: { type: "USER_SELECT", code: "人", label: "人" },
    },
  });
  for (const value of ["", 'Q"\\', "\u0000\u001f\t", "𠮷\ud800", "傷\u2028"]) {
    app.addRecord({
      文: { value },
      表: { value: [{ value: { 行: { value: "1.5" } } }] },
      人: { value: [{ code: "sato" }] },
    });
  }
  const kintone = await serve(domain);
  for (let time = 0; time < 2; time += 1) {
    const single = [];
    for (let id = 1; id <= 5; id += 1) {
      const answer = await kintone.recordText(app.id, id);
      single.push(answer.slice('{"record":'.length, -1));
    }
    expect(await kintone.listText(app.id)).toBe(`{"records":[${single.join(",")}],"totalCount":null}`);
  }
  await kintone.close();
});

it("a list that was read before tells of what changed since: a record, a name, the form", async () => {
  const domain = domainWithPeople();
  const app = domain.addApp({
    name: "検査",
    creator: "admin",
    properties: { 品番: { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番" } },
  });
  app.addRecord({ 品番: { value: "P-1" } }, { creator: "sato" });
  app.addRecord({ 品番: { value: "P-2" } }, { creator: "sato" });
  const kintone = await serve(domain);
  const first = async () => (await kintone.list(app.id)).records[0];
  expect(await first()).toMatchObject({ 品番: { value: "P-1" }, 作成者: { value: { name: "佐藤" } } });

  const stored = app.records.get(1);
  if (stored) app.records.put({ ...stored, revision: 2, values: { 品番: "P-9" } });
  expect(await first()).toMatchObject({ 品番: { value: "P-9" }, $revision: { value: "2" } });

  const sato = domain.people.users.get("sato");
  if (sato) sato.name = "佐藤花子";
  expect(await first()).toMatchObject({ 作成者: { value: { name: "佐藤花子" } } });

  app.rename("品番", "番号");
  app.change({
    properties: { ...app.preview.properties, 番号: { type: "SINGLE_LINE_TEXT", code: "番号", label: "番号" } },
  });
  app.deploy("admin");
  expect(await first()).toMatchObject({ 番号: { value: "P-9" } });

  const state = (name: string, index: string) => ({ name, index, assignee: { type: "ONE" as const, entities: [] } });
  const processed = { enable: true, states: { 未処理: state("未処理", "0") }, actions: [] };
  app.change(withProcess(app.preview, processed, domain.settingIds()));
  app.deploy("admin");
  expect(await first()).toMatchObject({ ステータス: { value: "未処理" } });

  const { states } = app.preview.process;
  app.change({ process: { ...app.preview.process, states: { ...states, 受付: state("受付", "-1") } } });
  app.deploy("admin");
  expect(await first()).toMatchObject({ ステータス: { value: "受付" } });

  app.records.delete(1);
  expect(await first()).toMatchObject({ 番号: { value: "P-2" } });
  await kintone.close();
});

it("counts and ranges of ids are those that a look at every record gives", async () => {
  const domain = domainWithPeople();
  const app = addGeneratedApp(domain, { creator: "admin", records: 2000, files: 0 });
  for (const id of [3, 700, 701, 2000]) app.records.delete(id);
  const kintone = await serve(domain);
  const ids = [...app.records.ascending()].map(({ id }) => id);
  const conditions: Array<[string, (id: number) => boolean]> = [
    ["$id > 699 and $id <= 702", (id) => id > 699 && id <= 702],
    ["$id >= 2 and $id < 5", (id) => id >= 2 && id < 5],
    ["$id = 700", (id) => id === 700],
    ["$id != 4", (id) => id !== 4],
    ["$id < 4 or $id > 1998", (id) => id < 4 || id > 1998],
    ['$id > 10 and 所見 like "傷なし" and $id < 30', (id) => id > 10 && id < 30],
    ["$id > 5 and $id < 2", () => false],
    ["", () => true],
  ];
  for (const [condition, fits] of conditions) {
    const expected = ids.filter(fits);
    for (const [direction, ordered] of [
      ["asc", expected],
      ["desc", expected.toReversed()],
    ] as const) {
      const query = `${condition} order by $id ${direction} limit 3`;
      const { records, totalCount } = await kintone.list(app.id, query, "&totalCount=true");
      const found = records.map(({ $id }) => Number(($id as { value: string }).value));
      expect({ query, found, totalCount }).toEqual({
        query,
        found: ordered.slice(0, 3),
        totalCount: String(expected.length),
      });
    }
  }
  await kintone.close();
});
