import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { carryFile } from "../../scripts/customize/carry-file";
import { createCustomizationDesk } from "../../scripts/customize/customization-desk";
import { createPasswordConnection } from "../../src/kintone/connection/password-connection";
import { createDomain } from "../emulator/domain/domain";
import { createPages } from "../emulator/pages/server";
import { type Emulator, startEmulator } from "../emulator/server";
import { launchChromium, openPage } from "./chromium";

const domain = createDomain();
let emulator: Emulator;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "customize-uploader-"));
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  for (const id of [1, 2]) domain.addApp({ id, name: "検査", creator: "admin", properties: {} });
  [emulator, browser] = await Promise.all([startEmulator({ domain, pages: createPages }), launchChromium()]);
});
afterAll(async () => {
  await Promise.all([emulator.close(), browser.close()]);
  await rm(folder, { recursive: true });
});

/** The command, in the folder. */
function customizeUploader(...args: string[]) {
  const account = ["--base-url", emulator.url, "--username", "admin", "--password", "kintone"];
  const program = path.join(import.meta.dirname, "../../node_modules/.bin/kintone-customize-uploader");
  return promisify(execFile)(program, [...account, ...args], { cwd: folder });
}

it("@kintone/customize-uploader puts a customization live, and the page runs it", async () => {
  const script = path.join(folder, "hello.js");
  const style = path.join(folder, "hello.css");
  await writeFile(
    script,
    `kintone.events.on("app.record.index.show", (event) => {
      const hello = document.createElement("p");
      hello.textContent = "こんにちは " + event.viewName;
      kintone.app.getHeaderSpaceElement().append(hello);
      return event;
    });`,
  );
  await writeFile(style, "p { color: rgb(1, 2, 3) }");
  const manifest = path.join(folder, "customize-manifest.json");
  const desktop = { js: [script], css: [style] };
  await writeFile(manifest, JSON.stringify({ app: "1", scope: "ALL", desktop, mobile: { js: [], css: [] } }));
  await customizeUploader(manifest);

  const page = await openPage(browser, `${emulator.url}/k/1/`, { code: "admin", password: "kintone" });
  const hello = page.getByText(/こんにちは /);
  await hello.waitFor();
  expect(await hello.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(1, 2, 3)");
});

it("@kintone/customize-uploader imports what npm run customize leaves, and puts it live again", async () => {
  const url = "https://example.com/a.js";
  const before = {
    app: "2",
    scope: "ADMIN",
    desktop: { js: [url, "theirs.js"], css: [] },
    mobile: { js: [], css: [] },
  };
  await writeFile(path.join(folder, "theirs.js"), "/* theirs */");
  await writeFile(path.join(folder, "app-2.json"), JSON.stringify(before));
  await customizeUploader("app-2.json");

  const access = { baseUrl: emulator.url, username: "admin", password: "kintone" };
  const app = { appId: "2" };
  const file = { name: "ours.js", text: "/*! kintone Backup Manager: backup status */" };
  const carrying = {
    connection: createPasswordConnection({ ...access, userAgent: "test" }),
    desk: createCustomizationDesk(access, app),
    ...{ file, remove: false },
  };
  expect(await carryFile(app, carrying)).toEqual({ kind: "put", scope: "ADMIN" });

  await customizeUploader("import", "app-2.json", "--dest-dir", "imported");
  const manifest = path.join("imported", "customize-manifest.json");
  const [theirs, ours] = ["imported/desktop/js/theirs.js", "imported/desktop/js/ours.js"];
  const read = (name: string) => readFile(path.join(folder, name), "utf8");
  expect(JSON.parse(await read(manifest))).toEqual({ ...before, desktop: { js: [url, theirs, ours], css: [] } });
  expect([await read(theirs), await read(ours)]).toEqual(["/* theirs */", file.text]);

  await customizeUploader(manifest);
  expect(await carryFile(app, carrying)).toEqual({ kind: "unchanged", scope: "ADMIN" });
});
