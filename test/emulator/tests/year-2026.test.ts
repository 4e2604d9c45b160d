import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

/** What kintone learnt in 2026, and what it only does where it is switched on. */
let now = new Date("2026-11-20T00:00:00Z");
const domain = createDomain({ now: () => now });
let emulator: Emulator;
let client: KintoneRestAPIClient;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  domain.spaces.add({ id: 1, name: "東都精工", administrators: ["admin"] });
  const lot = { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番" };
  const app = domain.addApp({
    id: 1,
    name: "検査",
    creator: "admin",
    properties: { 品番: lot },
    layout: [
      {
        type: "ROW",
        fields: [
          { type: "LABEL", label: "注意" },
          { type: "HR", elementId: "line" },
        ],
      },
      { type: "ROW", fields: [{ type: "SINGLE_LINE_TEXT", code: "品番" }] },
    ],
  });
  app.change({ plugins: [{ id: "charts", enabled: true, config: { apiKey: "s3cret" }, proxies: {} }] });
  app.deploy("admin");
  app.tokens.push({ token: "t", view: true, add: false, edit: false, delete: false, manage: false });
  app.webhooks = 2;
  const { id } = app.addRecord({ 品番: { value: "歯車 A-1" } });
  app.addComment(id, { text: "歯車の傷を確認", creator: "sato" });
  domain.addApp({ id: 2, name: "佐藤の控え", creator: "sato", properties: {} });
  emulator = await startEmulator({ domain });
  client = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { username: "admin", password: "kintone" } });
});
afterAll(() => emulator.close());
beforeEach(() => {
  domain.lab.clear();
  now = new Date(now.getTime() + 3_600_000);
});

const ask = async (method: string, path: string, body: object, user = "admin") => {
  const authorization = Buffer.from(`${user}:kintone`).toString("base64");
  const headers = { "x-cybozu-authorization": authorization, "content-type": "application/json" };
  const override = method === "GET" ? { "x-http-method-override": "GET" } : {};
  const response = await fetch(`${emulator.url}/k/v1/${path}`, {
    method: method === "GET" ? "POST" : method,
    headers: { ...headers, ...override },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    answer: (text.startsWith("{") ? JSON.parse(text) : text) as Record<string, unknown>,
  };
};

it("keeps what a status tells its assignees, and leaves it alone when it is not sent", async () => {
  const state = (more: object) => ({ states: { 確認: { name: "確認", index: 0, ...more } } });
  const statuses = async () => (await ask("GET", "preview/app/status.json", { app: 1 })).answer.states;
  await ask("PUT", "preview/app/status.json", { app: 1, enable: true, ...state({}) });
  expect(await statuses()).toMatchObject({ 確認: { description: "" } });
  await ask("PUT", "preview/app/status.json", { app: 1, ...state({ description: "傷を見る" }) });
  await ask("PUT", "preview/app/status.json", { app: 1, ...state({}) });
  expect(await statuses()).toMatchObject({ 確認: { description: "傷を見る" } });
});

it("gives labels and lines an element id", async () => {
  const { layout } = await client.app.getFormLayout({ app: 1 });
  expect(layout[0]).toMatchObject({
    fields: [
      { type: "LABEL", elementId: "" },
      { type: "HR", elementId: "line" },
    ],
  });
});

it("counts API tokens and webhooks of the apps that the user manages", async () => {
  domain.course = "wide";
  const { apps } = await client.app.getStatistics({});
  expect(apps).toMatchObject([{ id: "1", apiTokenCount: "1", webhookCount: "2" }]);
});

it("gives a lookup that is added by API the new search, which it tells nobody", async () => {
  const lookup = {
    relatedApp: { app: "1" },
    ...{ relatedKeyField: "品番", fieldMappings: [], lookupPickerFields: [], filterCond: "", sort: "" },
  };
  const { app } = await client.app.addApp({ name: "注文" });
  const 参照 = { type: "SINGLE_LINE_TEXT", code: "参照", label: "参照", lookup } as const;
  await client.app.addFormFields({ app, properties: { 参照 } });
  expect(domain.apps.get(Number(app))?.preview.lookupsByPart).toEqual(["参照"]);
  const { answer } = await ask("GET", "preview/app/form/fields.json", { app });
  expect((answer.properties as Record<string, { lookup: object }>).参照?.lookup).toHaveProperty("sort");
  expect(JSON.stringify(answer)).not.toContain("lookupsByPart");
});

it("finds records, comments and spaces, and nothing without a word that is wanted", async () => {
  const found = async (more: object) =>
    (await client.search({ query: [{ operator: "AND", keywords: ["歯車"] }], ...more })).hits.map(({ type }) => type);
  expect((await found({})).sort()).toEqual(["RECORD", "RECORD_COMMENT"]);
  expect(await found({ types: ["RECORD"] })).toEqual(["RECORD"]);
  expect(await found({ scopes: [{ scope: "APP", ids: [2] }] })).toEqual([]);
  expect(await found({ query: [{ operator: "OR", keywords: ["東都", "西都"] }] })).toEqual(["SPACE"]);
  expect(await found({ query: [{ operator: "NOT", keywords: ["西都"] }] })).toEqual([]);
  const first = await client.search({ query: [{ operator: "AND", keywords: ["歯車"] }], limit: 1 });
  expect(first.nextPageToken).not.toBeNull();
  const second = await client.search({
    query: [{ operator: "AND", keywords: ["歯車"] }],
    limit: 1,
    pageToken: first.nextPageToken,
  });
  expect(second).toMatchObject({ hits: [{}], nextPageToken: null });
  expect(second.hits).not.toEqual(first.hits);
});

it("refuses to search for one user too often, and nothing else", async () => {
  const search = (user: string) =>
    ask("POST", "search.json", { query: [{ operator: "AND", keywords: ["歯車"] }] }, user).then(({ status }) => status);
  for (let count = 0; count < domain.searches.perMinute; count++) domain.searches.take("admin");
  expect([await search("admin"), await search("sato")]).toEqual([429, 200]);
  expect((await ask("GET", "apps.json", {})).status).toBe(200);
  now = new Date(now.getTime() + 60_001);
  expect(await search("admin")).toBe(200);
});

it("has no endpoint of the lab until it is switched on", async () => {
  const requests = [
    ["GET", "app/plugin/config.json", { app: 1, id: "charts" }, "plugin-config"],
    ["GET", "app/categories.json", { app: 1 }, "categories"],
    ["POST", "space.json", { name: "新製品" }, "add-space"],
  ] as const;
  for (const [method, path, body, feature] of requests) {
    expect((await ask(method, path, body)).status, path).toBe(404);
    domain.lab.add(feature);
    expect((await ask(method, path, body)).status, path).toBe(200);
  }
});

it("gives and takes a plugin's configuration", async () => {
  domain.lab.add("plugin-config");
  expect((await ask("GET", "app/plugin/config.json", { app: 1, id: "charts" })).answer).toMatchObject({
    config: { apiKey: "s3cret" },
  });
  await ask("PUT", "preview/app/plugin/config.json", { app: 1, id: "charts", config: { a: "1" } });
  const { answer } = await ask("GET", "preview/app/plugin/config.json", { app: 1, id: "charts" });
  expect(answer).toMatchObject({ config: { a: "1" } });
  expect(await ask("GET", "app/plugin/config.json", { app: 1, id: "none" })).toMatchObject({ status: 404 });
});

it("gives and takes the tree of categories, five levels of it", async () => {
  domain.lab.add("categories");
  const put = (categories: object, more: object = {}) =>
    ask("PUT", "preview/app/categories.json", { app: 1, categories, ...more });
  const tree = (levels: number, leaf: object = {}): object =>
    levels === 1
      ? { 葉: { name: "葉", index: 0, ...leaf } }
      : { 枝: { name: "枝", index: 0, children: tree(levels - 1, leaf) } };
  expect((await put(tree(5), { enabled: true })).status).toBe(200);
  const { answer } = await ask("GET", "preview/app/categories.json", { app: 1 });
  expect(answer).toMatchObject({
    enabled: true,
    categories: {
      枝: { index: "0", children: { 枝: { children: { 枝: { children: { 枝: { children: { 葉: {} } } } } } } } },
    },
  });
  expect((await ask("GET", "app/categories.json", { app: 1 })).answer).toMatchObject({
    enabled: false,
    categories: {},
  });
  const twins = { a: { name: "同じ", index: 0, children: {} }, b: { name: "同じ", index: 1, children: {} } };
  const refused = [
    tree(6),
    tree(5, { children: {} }),
    twins,
    { a: { name: "a", children: {} } },
    { a: { name: "a", index: 0 } },
  ];
  for (const categories of refused) expect((await put(categories)).answer).toMatchObject({ code: "CB_VA01" });
});

it("makes a public space with the caller in it", async () => {
  domain.lab.add("add-space");
  const { answer } = await ask("POST", "space.json", { name: "新製品" }, "sato");
  const { isPrivate, useMultiThread, administrators } = domain.spaces.byId.get(Number(answer.id))!;
  expect({ isPrivate, useMultiThread, administrators }).toEqual({
    ...{ isPrivate: false, useMultiThread: false },
    administrators: ["sato"],
  });
});

it("closes the records of an app in maintenance, not its settings", async () => {
  domain.apps.get(1)!.isInMaintenance = true;
  const status = async (path: string, body: object) => (await ask("GET", path, body)).status;
  expect(await status("records.json", { app: 1 })).toBe(403);
  expect(await status("record/comments.json", { app: 1, record: 1 })).toBe(403);
  expect(await status("app/views.json", { app: 1 })).toBe(200);
  expect(await status("record/acl.json", { app: 1 })).toBe(200);
  domain.apps.get(1)!.isInMaintenance = false;
  expect(await status("records.json", { app: 1 })).toBe(200);
});
