import { mkdir } from "node:fs/promises";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { type Browser, type Download, type Page, chromium } from "playwright-core";
import { type LocalKintone, PASSWORD, PEOPLE, startLocalKintone } from "../../scripts/local-kintone";
import { root } from "../../scripts/root";

const SCREENSHOTS = path.join(root, "screenshots");

/** A local kintone as `npm start` makes it, a real browser, and the official client as an outside witness. */
export interface Stage extends LocalKintone {
  /** As the administrator, who sees everything. */
  witness: KintoneRestAPIClient;
  /** A page in a browser profile of its own, logged in. */
  open(user: string, path: string): Promise<Page>;
  close(): Promise<void>;
}

export async function setStage(...options: Parameters<typeof startLocalKintone>): Promise<Stage> {
  const kintone = await startLocalKintone(...options);
  const browser = await launch();
  return {
    ...kintone,
    witness: new KintoneRestAPIClient({
      baseUrl: kintone.emulator.url,
      auth: { username: PEOPLE.admin, password: PASSWORD },
    }),
    async open(user, target) {
      const page = await (await browser.newContext({ locale: "ja-JP", viewport: { width: 1280, height: 800 } })).newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(`${kintone.emulator.url}${target}`);
      await page.fill(".form-username-slash > input", user);
      await page.fill(".form-password-slash > input", PASSWORD);
      await page.click(".login-button");
      return page;
    },
    async close() {
      await browser.close();
      await kintone.emulator.close();
    },
  };
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.KBM_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking"],
  });
}

export const runButton = (page: Page) => page.getByRole("button", { name: /今すぐバックアップ|Run backup now/ });

/** Presses the button and waits for the end of the run, whatever it is. Resolves to what was downloaded. */
export async function runToItsEnd(page: Page): Promise<Download[]> {
  const downloads: Download[] = [];
  page.on("download", (download) => downloads.push(download));
  await runButton(page).click();
  await page.getByRole("button", { name: /^(閉じる|Close)$/ }).waitFor({ timeout: 100_000 });
  return downloads;
}

/** Kept for people to look at; ignored by git. */
export async function photograph(page: Page, name: string): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
}
