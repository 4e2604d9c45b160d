import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

const domain = createDomain();
let emulator: Emulator;
let client: KintoneRestAPIClient;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  const files = { version: "1", files: new Map(), zip: new Uint8Array() };
  const manifest = { manifest_version: 1, version: 1, type: "APP", icon: "icon.png" };
  domain.plugins.set("a", { id: "a", ...files, manifest: { ...manifest, name: { en: "Charts", ja: "図表" } } });
  domain.plugins.set("b", { id: "b", ...files, manifest: { ...manifest, name: { en: "Labels" } } });
  const app = domain.addApp({ id: 1, name: "検査", creator: "admin", properties: {} });
  app.change({ plugins: ["a", "b"].map((id) => ({ id, enabled: true, config: {}, proxies: {} })) });
  app.deploy("admin");
  emulator = await startEmulator({ domain });
  client = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { username: "admin", password: "kintone" } });
});
afterAll(() => emulator.close());

it("names an app's plugins in the language that is asked for", async () => {
  const names = async (more: object) =>
    (await client.app.getPlugins({ app: 1, ...more })).plugins.map(({ name }) => name);
  expect(await names({ lang: "en" })).toEqual(["Charts", "Labels"]);
  expect(await names({ lang: "ja" })).toEqual(["図表", "Labels"]);
  await expect(names({ lang: "default" })).rejects.toMatchObject({ code: "CB_VA01" });
});
