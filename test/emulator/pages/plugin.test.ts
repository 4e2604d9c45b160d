import { afterAll, beforeAll, expect, test } from "vitest";
import { packTrialPlugin } from "./trial/plugin";
import { startTrial } from "./trial/start";
import type { Trial } from "./trial/start";

const files = {
  "first.js": `((id) => {
    window.loaded = [id];
    kintone.events.on("app.record.index.show", () => {
      const element = document.createElement("output");
      element.id = "message";
      element.textContent = kintone.plugin.app.getConfig(id).message;
      kintone.app.getHeaderMenuSpaceElement().append(element);
    });
  })(kintone.$PLUGIN_ID);`,
  "second.js": "window.loaded.push(kintone.$PLUGIN_ID);",
  "desktop.css": "#message { color: rgb(1, 2, 3); }",
  "config.html": '<form id="form"><input id="message"><button id="save" type="button">保存</button></form>',
  "config.css": "#form { color: rgb(4, 5, 6); }",
  "config.js": `((id) => {
    document.getElementById("message").value = kintone.plugin.app.getConfig(id).message ?? "first time";
    document.getElementById("save").addEventListener("click", () => {
      const message = document.getElementById("message").value;
      kintone.plugin.app.setConfig({ message }, () => { location.href = "../../flow?app=" + kintone.app.getId(); });
    });
  })(kintone.$PLUGIN_ID);`,
};

const SOON = { timeout: 10_000 };

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.close());

test("a plugin goes from its file into the app, gets its settings, and runs once the app is updated", async () => {
  const { zip, id } = await packTrialPlugin(files);
  const page = await trial.open("admin", "/k/admin/system/plugin/");
  await page.click("#page-admin-system-plugin-index-addplugin");
  await page.setInputFiles(".plupload > input[type=file]", {
    name: "plugin.zip",
    mimeType: "application/zip",
    buffer: zip,
  });
  await page.click(".ocean-ui-dialog button[name=ok]");
  await page.waitForSelector(`[data-plugin-id=${id}]`);

  await page.goto(`${trial.emulator.url}/k/admin/app/${trial.appId}/plugin/`);
  await page.click(`[data-plugin-id=${id}] button`);
  await page.click(".lk-plugin-settings-link");
  await expect.poll(() => page.inputValue("#message"), SOON).toBe("first time");
  await expect.poll(() => page.$eval("#form", (element) => getComputedStyle(element).color), SOON).toBe("rgb(4, 5, 6)");
  await page.fill("#message", "こんにちは");
  await page.click("#save");
  await page.waitForURL((url) => url.pathname === "/k/admin/app/flow");
  await page.click("#update-app");
  await page.waitForSelector(".lk-notification-success");

  await page.goto(`${trial.emulator.url}/k/${trial.appId}/`);
  await page.waitForSelector("#message");
  await expect.poll(() => page.textContent("#message"), SOON).toBe("こんにちは");
  await expect
    .poll(() => page.$eval("#message", (element) => getComputedStyle(element).color), SOON)
    .toBe("rgb(1, 2, 3)");
  // The id is there for each file while it loads, and for nobody afterwards.
  await expect.poll(() => page.evaluate("loaded"), SOON).toEqual([id, id]);
  await expect.poll(() => page.evaluate("kintone.$PLUGIN_ID === undefined"), SOON).toBe(true);
});

test("settings that kintone refuses are refused", async () => {
  const { id } = { id: [...trial.domain.plugins.keys()][0] };
  const page = await trial.open("admin", `/k/admin/app/${trial.appId}/plugin/config?pluginId=${id}`);
  await page.waitForSelector("#save");
  const refused = (script: string) =>
    page.evaluate(`(() => { try { ${script} } catch (error) { return error.message; } })()`);
  expect(await refused("kintone.plugin.app.setConfig({ a: 1 })")).toContain("not a string");
  expect(await refused("kintone.plugin.app.setConfig({ 日本: 'a' })")).toContain("not ASCII");
  await page.evaluate("kintone.plugin.app.setConfig({ a: 'x'.repeat(65536) })");
  await page.waitForSelector(".lk-notification-error");
});

test("the proxy settings of a plugin come back on its settings page only", async () => {
  const id = [...trial.domain.plugins.keys()][0];
  const page = await trial.open("admin", `/k/admin/app/${trial.appId}/plugin/config?pluginId=${id}`);
  await page.waitForSelector("#save");
  await page.evaluate(
    "new Promise((saved) => kintone.plugin.app.setProxyConfig('https://example.com/', 'POST', { Authorization: 'secret' }, {}, saved))",
  );
  const read = "kintone.plugin.app.getProxyConfig('https://example.com/', 'POST')";
  expect(await page.evaluate(read)).toEqual({ headers: { Authorization: "secret" }, data: {} });
  await page.goto(`${trial.emulator.url}/k/${trial.appId}/`);
  expect(await page.evaluate(read)).toBeNull();
});

test("a package with a broken signature is not installed", async () => {
  const page = await trial.open("admin", "/k/admin/system/plugin/");
  await page.click("#page-admin-system-plugin-index-addplugin");
  const buffer = Buffer.from("no zip at all");
  await page.setInputFiles(".plupload > input[type=file]", { name: "plugin.zip", mimeType: "application/zip", buffer });
  await page.click(".ocean-ui-dialog button[name=ok]");
  await page.waitForSelector(".lk-notification-error");
});
