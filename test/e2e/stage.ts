import { mkdir } from "node:fs/promises";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Browser, BrowserContext, Download, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type LocalKintone, PASSWORD, PEOPLE } from "../../scripts/local-kintone";
import { type NewTarget, addTargets } from "../../scripts/add-targets";
import { root } from "../../scripts/root";
import { sharedBrowser } from "../browser/chromium";
import { startFreshKintone } from "./fresh-kintone";
import { logIn } from "./log-in";

const SCREENSHOTS = path.join(root, "screenshots");

/** A local kintone as `npm start` makes it, a real browser, and the official client as an outside witness. */
export interface Stage extends LocalKintone {
  /** As the administrator, who sees everything. */
  witness: KintoneRestAPIClient;
  /** A page in a browser profile of its own, logged in. */
  open(user: string, path: string): Promise<Page>;
  /** The record list of the backup-management app, with the buttons in place that everybody has. */
  openList(user: string): Promise<Page>;
  /** These are the targets from now on, and no others. */
  setTargets(targets: readonly NewTarget[]): Promise<void>;
  close(): Promise<void>;
}

/** @param given where it is not the browser of most tests; whoever gives it ends it */
export async function setStage(given?: Browser): Promise<Stage> {
  const kintone = await startFreshKintone();
  const { emulator, appId } = kintone;
  const browser = given ?? (await sharedBrowser());
  const contexts: BrowserContext[] = [];
  const witness = new KintoneRestAPIClient({
    baseUrl: emulator.url,
    auth: { username: PEOPLE.admin, password: PASSWORD },
  });

  async function open(user: string, target: string): Promise<Page> {
    const context = await browser.newContext({ locale: "ja-JP", viewport: { width: 1280, height: 800 } });
    contexts.push(context);
    await logIn(context, emulator, user);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${emulator.url}${target}`);
    return page;
  }

  return {
    ...kintone,
    witness,
    open,
    async openList(user) {
      const page = await open(user, `/k/${appId}/`);
      await checkButton(page).waitFor();
      return page;
    },
    async setTargets(targets) {
      const known = await witness.record.getAllRecords({ app: appId, condition: 'record_type in ("target")' });
      await witness.record.deleteAllRecords({
        app: appId,
        records: known.map(({ $id }) => ({ id: String($id?.value) })),
      });
      await addTargets(witness, appId, targets);
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await emulator.close();
    },
  };
}

export const runButton = (page: Page): Locator =>
  page.getByRole("button", { name: /^(今すぐバックアップ|Run backup now|立即备份)$/ });
const checkButton = (page: Page): Locator =>
  page.getByRole("button", { name: /^(履歴を検査|Check history|检查历史)$/ });
export const dialogOf = (page: Page): Locator => page.getByRole("dialog");
export const cancelButton = (page: Page): Locator =>
  dialogOf(page).getByRole("button", { name: /^(キャンセル|Cancel|取消)$/ });
export const closeButton = (page: Page): Locator =>
  dialogOf(page).getByRole("button", { name: /^(閉じる|Close|关闭)$/ });

/** Every download of the page from now on. */
export function downloadsOf(page: Page): Download[] {
  const downloads: Download[] = [];
  page.on("download", (download) => downloads.push(download));
  return downloads;
}

/** Presses the button and waits for the end of the run, whatever it is. Resolves to what was downloaded: a single zip, by itself. */
export async function runToItsEnd(page: Page): Promise<Download[]> {
  const downloads = downloadsOf(page);
  await runButton(page).click();
  await endOfRun(page, downloads);
  return downloads;
}

/** Waits for the end of a run, and for the zip that is saved by itself then. */
export async function endOfRun(page: Page, downloads: readonly Download[]): Promise<void> {
  await closeButton(page).waitFor({ timeout: 100_000 });
  const given = await saveAgainButtons(page).count();
  if (downloads.length < given) await page.waitForEvent("download");
}

/** Of zips that the browser was given already. */
export const saveAgainButtons = (page: Page): Locator =>
  dialogOf(page).getByRole("button", { name: /^(もう一度保存|Save again|再次保存)/ });

/** Shows files where the page asks for them. */
export async function showFiles(place: Locator, files: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
  await place.locator('input[type="file"]').first().setInputFiles(files);
}

/** Presses the button and waits until attachments arrive. Slow them down, or there will be none to wait for. */
export async function runIntoTheMiddle(page: Page): Promise<void> {
  await runButton(page).click();
  await expect.poll(() => attachmentsSoFar(page), { timeout: 20_000 }).toBeGreaterThan(0);
}

async function attachmentsSoFar(page: Page): Promise<number> {
  const term = dialogOf(page).locator("dl > div", { hasText: /添付ファイル|Attachments/ });
  return Number.parseInt(await term.locator("dd").innerText(), 10);
}

/** Closes the dialog of a run that is in the history: the list behind it is then loaded anew. */
export async function closeDialog(page: Page): Promise<void> {
  const reloaded = page.waitForEvent("load");
  await closeButton(page).click();
  await reloaded;
  await runButton(page).waitFor();
}

/** Kept for people to look at; ignored by git. */
export async function photograph(page: Page, name: string): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), animations: "disabled" });
}

/** The same of a whole page that is longer than its window. */
export async function photographWhole(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()!;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: before.width, height });
  await photograph(page, name);
  await page.setViewportSize(before);
}
