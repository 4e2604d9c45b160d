import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noRights } from "../domain/app-settings";
import { addTrialPlugin, startTrial } from "./trial/start";
import type { Trial } from "./trial/start";

let trial: Trial;
let page: Page;
let pluginId: string;
beforeAll(async () => {
  trial = await startTrial();
  pluginId = await addTrialPlugin(trial, {});
  page = await trial.open("admin", `/k/${trial.appId}/`);
  await page.waitForSelector(".lk-record-table");
});
afterAll(() => trial.close());

/** Runs a script in the page; `app` is there as a variable. */
const run = (script: string) => page.evaluate(`(async (app) => { ${script} })(${trial.appId})`);

test("kintone.api takes paths with and without .json, and whole URLs", async () => {
  for (const path of ["'/k/v1/record'", "'/k/v1/record.json'", "kintone.api.url('/k/v1/record', true)"]) {
    expect(await run(`return (await kintone.api(${path}, 'GET', { app, id: 1 })).record.lot.value`)).toBe("L-0");
  }
});

test("kintone.api rejects with the body alone, and writes with the session's token", async () => {
  const body = await run("return kintone.api('/k/v1/record', 'GET', { app, id: 999 }).catch((error) => error)");
  expect(Object.keys(body as object).sort()).toEqual(["code", "id", "message"]);
  expect(body).toMatchObject({ code: "GAIA_RE01" });
  expect(
    await run("return kintone.api('/k/v1/record', 'POST', { app, record: { lot: { value: 'new' } } })"),
  ).toMatchObject({
    revision: "1",
  });
});

test("kintone.api with callbacks returns nothing", async () => {
  const script =
    "return new Promise((done) => { window.returned = kintone.api('/k/v1/record', 'GET', { app, id: 1 }, done, done) })";
  expect(await run(script)).toHaveProperty("record");
  expect(await run("return window.returned === undefined")).toBe(true);
});

test("a GET of more than 4 KB goes as POST", async () => {
  const requests: string[] = [];
  page.on("request", (request) =>
    requests.push(`${request.method()} ${request.headers()["x-http-method-override"] ?? ""}`),
  );
  const records = await run(
    "return (await kintone.api('/k/v1/records', 'GET', { app, query: `lot in (\"L-1\", \"${'x'.repeat(5000)}\")` })).records.length",
  );
  expect(records).toBe(1);
  expect(requests).toEqual(["POST GET"]);
});

test("who and where", async () => {
  expect(await run("return kintone.getLoginUser()")).toMatchObject({
    code: "admin",
    language: "ja",
    timezone: "Asia/Tokyo",
  });
  expect(await run("return Object.keys(kintone.getLoginUser()).includes('isSystemAdministrator')")).toBe(false);
  expect(await run("return [kintone.app.getId(), kintone.app.record.getId(), kintone.getUiVersion()]")).toEqual([
    trial.appId,
    null,
    2,
  ]);
  expect(await run("return kintone.getPageType()")).toEqual({ type: "APP", page: "APP_INDEX" });
  expect(await run("return kintone.api.getConcurrencyLimit()")).toMatchObject({ limit: 100 });
});

test("what the user may do with the app, on the screens where it is documented", async () => {
  expect(await run("return kintone.app.getPermissions()")).toEqual({ addRecord: true, editApp: true });
  const app = trial.domain.apps.get(trial.appId)!;
  const { appAcl } = app.settings;
  const viewer = {
    ...noRights,
    entity: { type: "USER" as const, code: "sato" },
    includeSubs: false,
    recordViewable: true,
  };
  app.change({ appAcl: [viewer, ...appAcl] });
  app.deploy("admin");
  const asSato = await trial.open("sato", `/k/${trial.appId}/`);
  const may = () => asSato.evaluate("kintone.app.getPermissions()");
  expect(await may()).toEqual({ addRecord: false, editApp: false });
  await asSato.goto(`${trial.emulator.url}/k/${trial.appId}/show#record=1`);
  expect(await may()).toEqual({ addRecord: false, editApp: false });
  app.change({ appAcl });
  app.deploy("admin");
  await asSato.goto(`${trial.emulator.url}/k/${trial.appId}/`);
  expect(await may()).toMatchObject({ addRecord: true });
});

test("what the system lets the user do, what was bought, and whether the app is in maintenance", async () => {
  const tell = `return Promise.all([
    kintone.system.getPermissions(), kintone.license.getSubscriptionPlan(), kintone.license.isTrial(), kintone.app.isMaintenanceMode()])`;
  expect(await run(tell)).toEqual([{ administration: true }, "STANDARD", false, false]);
  const app = trial.domain.apps.get(trial.appId)!;
  app.isInMaintenance = true;
  const asSato = await trial.open("sato", `/k/${trial.appId}/`);
  app.isInMaintenance = false;
  const there = "Promise.all([kintone.system.getPermissions(), kintone.app.isMaintenanceMode()])";
  expect(await asSato.evaluate(there)).toEqual([{ administration: false }, true]);
});

test("a dialog tells how it was closed, and may refuse to close", async () => {
  const open = (config: string) =>
    run(
      `const dialog = await kintone.createDialog(${config}); window.dialog = dialog; dialog.show().then((how) => (window.how = how))`,
    );
  const how = () => page.evaluate("window.how");
  await open("{ title: 't', showCancelButton: true, beforeClose: (action) => action !== 'CANCEL' }");
  await page.click("dialog >> text=キャンセル");
  await page.keyboard.press("Escape");
  expect(await page.isVisible("dialog")).toBe(true);
  await page.click("dialog >> text=OK");
  await page.waitForSelector("dialog", { state: "detached" });
  expect(await how()).toBe("OK");

  await open("{ showCloseButton: true }");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  expect(await how()).toBe("CLOSE");

  await open("{}");
  await run("dialog.close()");
  await page.waitForSelector("dialog", { state: "detached" });
  expect(await how()).toBe("FUNCTION");
});

test("a notification stays until it is closed, and a later one replaces it", async () => {
  await run("await kintone.showNotification('INFO', 'first'); await kintone.showNotification('ERROR', 'second')");
  expect(await page.$$eval(".lk-notification p", (all) => all.map((each) => each.textContent))).toEqual(["second"]);
  await page.click(".lk-notification button");
  expect(await page.isVisible(".lk-notification")).toBe(false);
});

test("nothing can be pressed while showLoading covers the page", async () => {
  await run("await kintone.showLoading('VISIBLE')");
  await expect(page.click("th >> text=単価", { timeout: 500 })).rejects.toThrow();
  await run("await kintone.showLoading('HIDDEN')");
  await page.click("th >> text=単価");
});

test("proxies answer [body, status, headers]; the plugin's adds what it stored", async () => {
  const { server, url } = await startEcho();
  const app = trial.domain.apps.get(trial.appId);
  const proxies = { [`POST ${url}`]: { headers: { authorization: "secret" }, data: { from: "store" } } };
  app?.change({ plugins: [{ id: pluginId, enabled: true, config: {}, proxies }] });
  app?.deploy("admin");
  try {
    const [body, status] = (await run(`return kintone.proxy("${url}", "PUT", { "X-A": "1" }, "text")`)) as [
      string,
      number,
    ];
    expect(status).toBe(418);
    expect(JSON.parse(body)).toMatchObject({ method: "PUT", a: "1", body: "text" });
    const [stored] = (await run(
      `return kintone.plugin.app.proxy("${pluginId}", "${url}", "POST", { authorization: "mine" }, { from: "page", x: 1 })`,
    )) as [string];
    expect(JSON.parse(stored)).toMatchObject({ authorization: "secret", body: '{"from":"store","x":1}' });
    const [uploaded] = (await run(
      `return kintone.proxy.upload("${url}", "POST", {}, { format: "RAW", value: new Blob(["bytes"]) })`,
    )) as [string];
    expect(JSON.parse(uploaded)).toMatchObject({ body: "bytes" });
  } finally {
    server.close();
  }
});

test("what cybozu.dev does not document is absent", async () => {
  expect((await run("return Object.keys(kintone).sort()")) as string[]).toEqual([
    "Promise",
    "api",
    "app",
    "createDialog",
    "events",
    "getDomain",
    "getLoginUser",
    "getPageType",
    "getRequestToken",
    "getUiVersion",
    "isMobileApp",
    "isMobilePage",
    "license",
    "plugin",
    "proxy",
    "showConfirmDialog",
    "showLoading",
    "showNotification",
    "system",
  ]);
});

/** A server of another domain that says what it was asked. */
async function startEcho(): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization, "x-a": a } = request.headers;
    response.statusCode = 418;
    response.end(JSON.stringify({ method: request.method, authorization, a, body: Buffer.concat(chunks).toString() }));
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}/` };
}
