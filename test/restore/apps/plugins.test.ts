import { afterEach, beforeAll, expect, test } from "vitest";
import type { OpenArchive } from "../../../src/archive/reading/open-archive";
import type { App } from "../../emulator/domain/app";
import { labFeatures } from "../../emulator/domain/lab";
import { rebuildableKintone } from "./rebuilding";

const IDS = ["charts", "stamps"];
const CATEGORIES = { 機械: { name: "機械", index: "0", children: {} } };

const { domain, ...kintone } = rebuildableKintone((filled) => {
  filled.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  for (const id of IDS) install(id);
  filled.addApp({
    ...{ id: 7, name: "検査", creator: "admin" },
    properties: { 品番: { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番" } },
  });
});
let archive: OpenArchive;

beforeAll(async () => {
  for (const feature of labFeatures) domain.lab.add(feature);
  const app = domain.apps.get(7)!;
  const plugin = (id: string, config: Record<string, string>) => ({ id, enabled: true, config, proxies: {} });
  app.change({ plugins: [plugin("charts", { color: "blue" }), plugin("stamps", {})], categories: CATEGORIES });
  const { properties } = app.settings;
  const category = Object.entries(properties).find(([, { type }]) => type === "CATEGORY")!;
  app.change({ properties: { ...properties, [category[0]]: { ...category[1], enabled: true } } });
  app.deploy("admin");
  archive = await kintone.archive(["7"]);
});
afterEach(() => {
  for (const id of domain.apps.keys()) if (id > 7) domain.apps.delete(id);
  for (const id of IDS) install(id);
  for (const feature of labFeatures) domain.lab.add(feature);
});

/** As if somebody had installed it. */
function install(id: string): void {
  const files = { version: "1", files: new Map(), zip: new Uint8Array() };
  const manifest = { manifest_version: 1, version: 1, type: "APP", icon: "i.png", name: { en: id, ja: id } };
  domain.plugins.set(id, { id, ...files, manifest });
}

async function rebuilt(): Promise<{ app: App; toDos: string[]; told: readonly unknown[] }> {
  const { apps, toDos, told } = await kintone.rebuild(archive);
  const [{ app }] = [...apps.values()] as unknown as [{ app: { appId: string } }];
  const texts = toDos.map((toDo) => ("plugins" in toDo ? `${toDo.what}: ${toDo.plugins.join(", ")}` : toDo.what));
  return {
    app: domain.apps.get(Number(app.appId))!,
    told,
    toDos: texts.filter((text) => text !== "tokens-and-webhooks"),
  };
}

test("a new app gets its plug-ins with their configurations, and its categories, where the domain tries these out", async () => {
  const { app, toDos, told } = await rebuilt();
  expect(app.live?.plugins).toMatchObject([
    { id: "charts", enabled: true, config: { color: "blue" } },
    { id: "stamps", enabled: true, config: {} },
  ]);
  expect(app.live?.categories).toEqual(CATEGORIES);
  expect([toDos, told]).toEqual([[], []]);
});

test("where it does not, configurations and categories are for people", async () => {
  domain.lab.clear();
  const { app, toDos } = await rebuilt();
  expect(app.live?.plugins.map(({ id, config }) => [id, config])).toEqual([
    ["charts", {}],
    ["stamps", {}],
  ]);
  expect(app.live?.categories).toEqual({});
  expect(toDos.sort()).toEqual(["categories", "plugin-configuration: charts, stamps"]);
});

test("a plug-in that is not installed is for people, and the others are there", async () => {
  domain.plugins.delete("charts");
  const { app, toDos } = await rebuilt();
  expect(app.live?.plugins.map(({ id }) => id)).toEqual(["stamps"]);
  expect(toDos).toEqual(["plugin-missing: charts"]);
});
