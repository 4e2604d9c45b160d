import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Effect } from "../emulator/faults/faults";
import { APP_IDS } from "../emulator/sample/app";
import { unpacked } from "../secrets/left-behind";
import { type PlantedSecret, secretsIn } from "../secrets/planted-secret";
import { recordedRuns } from "./history";
import { type Stage, dialogOf, runButton, runToItsEnd, setStage } from "./stage";

let stage: Stage;
let page: Page;
/** Everything that the page and its workers wrote to the console. */
let printed: string[];

beforeAll(async () => {
  stage = await setStage();
  await stage.setTargets([
    { appId: APP_IDS.supplierCorrespondence, guestSpaceId: "3", appName: "仕入先連絡" },
    { appId: "999", appName: "無いアプリ" },
  ]);
});
afterEach(async () => {
  stage.emulator.domain.faults.clear();
  await page?.context().close();
});
afterAll(() => stage?.close());

async function open(user: string, path: string): Promise<void> {
  page = await stage.open(user, "/k/");
  printed = [];
  page.on("console", (message) => printed.push(message.text()));
  page.on("pageerror", (error) => printed.push(`${error.message} ${error.stack}`));
  await page.goto(`${stage.emulator.url}${path}`);
}

/** The cookie, which no script of the page can read, and the CSRF token, which all of them can. */
async function secrets(): Promise<PlantedSecret[]> {
  const cookies = await page.context().cookies();
  const token = await page.evaluate(() =>
    (globalThis as unknown as { kintone: typeof kintone }).kintone.getRequestToken(),
  );
  expect(cookies.length).toBeGreaterThan(0);
  return [
    ...cookies.map(({ name, value }) => ({ name: `the cookie ${name}`, value })),
    { name: "the CSRF token", value: token },
  ];
}

/** Somebody answers with all that they were sent: here, cookie and token. */
const echo: Effect = {
  ...{ kind: "answer", status: 400 },
  body: '{"code":"GAIA_XX99","id":"{sent}","message":"You sent {sent}","errors":{"query":{"messages":["{sent}"]}}}',
};
const fault = (path: string, effect: Effect, method: string) =>
  stage.emulator.domain.faults.add({ when: { path, method }, do: effect });

/** What the browser keeps of the origin, and what the page shows. */
async function kept(): Promise<Record<string, string>> {
  const inBrowser = await page.evaluate(async () => {
    const files: string[] = [];
    const look = async (folder: FileSystemDirectoryHandle, path: string) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle instanceof FileSystemDirectoryHandle) await look(handle, `${path}/${name}`);
        // One that is being written cannot be read; the test looks when it is whole, and at all the others.
        else
          files.push(
            `${path}/${name}\n${await (await (handle as FileSystemFileHandle).getFile()).text().catch(String)}`,
          );
      }
    };
    await look(await navigator.storage.getDirectory(), "");
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const dom = document.documentElement.cloneNode(true) as HTMLElement;
    // kintone gives its own scripts the token in the page, too: that is its own affair.
    for (const block of dom.querySelectorAll('script[type="application/json"]')) block.remove();
    return {
      "the private file system": files.join("\n"),
      "local storage": JSON.stringify({ ...localStorage }),
      "session storage": JSON.stringify({ ...sessionStorage }),
      "databases and caches": JSON.stringify([databases, await caches.keys()]),
      "the page": dom.outerHTML,
      "the form fields": [...document.querySelectorAll("input, textarea")]
        .map((field) => (field as HTMLInputElement).value)
        .join(),
      "cookies that scripts can read": document.cookie,
      "the address": location.href,
    };
  });
  return { ...inBrowser, "the console": printed.join("\n") };
}

const config = () =>
  JSON.stringify(stage.emulator.domain.apps.get(Number(stage.appId))?.preview.plugins.map((plugin) => plugin.config));

async function history(): Promise<string> {
  stage.emulator.domain.faults.clear();
  const { records } = await stage.witness.record.getRecords({ app: stage.appId });
  return [JSON.stringify(records), ...(await recordedRuns(stage)).map(({ log }) => log)].join("\n");
}

/** The lock of a run whose page is gone goes with them. */
async function forgetRuns(): Promise<void> {
  const ids = (await recordedRuns(stage)).map(({ recordId }) => recordId);
  if (ids.length > 0) await stage.witness.record.deleteRecords({ app: stage.appId, ids });
}

function expectNoSecret(places: Record<string, string | Uint8Array>, planted: readonly PlantedSecret[]): void {
  const found = Object.entries(places).flatMap(([place, text]) =>
    secretsIn(text, planted).map((secret) => `${secret} in ${place}`),
  );
  expect(found).toEqual([]);
}

async function contents(download: Download): Promise<Record<string, Buffer>> {
  const bytes = await readFile(await download.path());
  const entries = download.suggestedFilename().endsWith(".zip") ? await unpacked(bytes) : [];
  return { [download.suggestedFilename()]: bytes, ...Object.fromEntries(entries) };
}

it("a run keeps neither cookie nor token while it is under way", async () => {
  await open("sato", `/k/${stage.appId}/`);
  await runButton(page).waitFor();
  fault("file.json", { kind: "latency", milliseconds: 60_000 }, "GET");
  await runButton(page).click();
  await dialogOf(page).locator(".kbm-run-target").waitFor();
  await expect
    .poll(async () => (await kept())["the private file system"]?.length, { timeout: 20_000 })
    .toBeGreaterThan(100);
  expectNoSecret({ ...(await kept()), history: await history() }, await secrets());
  stage.emulator.domain.faults.clear();
});

it("a run that is answered with what it sent keeps neither, wherever it ends", async () => {
  await open("sato", `/k/${stage.appId}/`);
  await runButton(page).waitFor();
  await forgetRuns();
  fault("file.json", echo, "GET");
  fault("records.json", echo, "PUT");
  fault("file.json", echo, "POST");
  const downloads = await runToItsEnd(page);
  const text = await dialogOf(page).innerText();
  // What was sent was shown, but not those: of a download its cookie, of a write its token, too.
  expect(text).toContain("kintoneのメッセージ: GET http");
  expect(text).toContain("cookie: ***");
  const saving = page.waitForEvent("download");
  await dialogOf(page).getByRole("button", { name: "実行内容をファイルに保存" }).click();
  const facts = await contents(await saving);
  expect(Object.values(facts)[0]?.toString("utf8")).toContain('__REQUEST_TOKEN__\\":\\"***');
  const zips = await Promise.all(downloads.map(contents));
  const planted = await secrets();
  expectNoSecret({ ...(await kept()), ...facts, ...Object.assign({}, ...zips), config: config() }, planted);
  expectNoSecret({ history: await history() }, planted);
});

it("the settings screen keeps neither, and the configuration that all users can read has settings only", async () => {
  await open("admin", `/k/admin/app/${stage.appId}/plugin/`);
  fault("records.json", echo, "GET");
  await page.locator(`[data-plugin-id=${stage.pluginId}]`).getByRole("link").click();
  await page.locator(".kbm-targets [role=alert]").waitFor();
  expect(await page.locator(".kbm-targets").innerText()).toContain("cookie: ***");
  const planted = await secrets();
  expectNoSecret(await kept(), planted);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/k/admin/app/flow");
  expectNoSecret({ ...(await kept()), config: config() }, planted);
  const [stored] = (JSON.parse(config()) as Array<Record<string, string>>).filter(({ settings }) => settings);
  expect(Object.keys(stored ?? {})).toEqual(["settings"]);
  expect(Object.keys(JSON.parse(stored?.settings ?? "{}") as object).sort()).toEqual([
    "drillDays",
    "filePrefix",
    "incremental",
    "people",
    "pluginsAndSpaces",
    "requestsAtOnce",
    "requestsPerAppAndDay",
    "spacesLeftOut",
    "timeZone",
    "version",
    "volumeLimitMiB",
  ]);
});
