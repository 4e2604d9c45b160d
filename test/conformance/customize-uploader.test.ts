import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDomain } from "../emulator/domain/domain";
import { createPages } from "../emulator/pages/server";
import { startEmulator } from "../emulator/server";
import type { Emulator } from "../emulator/server";
import { launchChromium, openPage } from "./chromium";

const domain = createDomain();
let emulator: Emulator;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "customize-uploader-"));
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.addApp({ id: 1, name: "検査", creator: "admin", properties: {} });
  [emulator, browser] = await Promise.all([startEmulator({ domain, pages: createPages }), launchChromium()]);
});
afterAll(async () => {
  await Promise.all([emulator.close(), browser.close()]);
  await rm(folder, { recursive: true });
});

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
  const account = ["--base-url", emulator.url, "--username", "admin", "--password", "kintone"];
  const program = path.join(import.meta.dirname, "../../node_modules/.bin/kintone-customize-uploader");
  await promisify(execFile)(program, [...account, manifest]);

  const page = await openPage(browser, `${emulator.url}/k/1/`, { code: "admin", password: "kintone" });
  const hello = page.getByText(/こんにちは /);
  await hello.waitFor();
  expect(await hello.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(1, 2, 3)");
});
