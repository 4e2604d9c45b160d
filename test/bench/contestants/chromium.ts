import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { type Browser, type Page, chromium } from "playwright-core";
import { ACCOUNT } from "../kintone/account";

/** The program that is started: the one that `scripts/set-up.mjs` found, as in the browser tests. */
export const CHROMIUM = process.env.KBM_CHROMIUM ?? "/usr/bin/chromium";

/** A browser of its own, signed in to kintone, and its only page. */
export interface SignedIn {
  page: Page;
  browser: Browser;
  /** Leaves nothing behind. */
  close(): Promise<void>;
}

/**
 * Opens a page as a person has it: with a profile on the disk. Of a private window, the browser keeps all files in memory, and
 * lets them have little room.
 *
 * @param folder for the profile and the downloads
 */
export async function signIn(folder: string, url: string): Promise<SignedIn> {
  const profile = await mkdtemp(path.join(folder, "profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-background-networking"],
    downloadsPath: path.join(profile, "downloads"),
    ignoreHTTPSErrors: true,
    locale: "en-US",
  });
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  try {
    const [page = await context.newPage()] = context.pages();
    const browser = context.browser();
    if (!browser) throw new Error("The browser cannot be reached.");
    page.setDefaultTimeout(30_000);
    // What a compiler puts around functions that are sent to the page.
    await page.addInitScript("globalThis.__name ??= (named) => named");
    await page.goto(url);
    await giveAccount(page);
    return { page, browser, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** On kintone's page for logging in. */
export async function giveAccount(page: Page): Promise<void> {
  await page.fill(".form-username-slash > input", ACCOUNT.username);
  await page.fill(".form-password-slash > input", ACCOUNT.password);
  await page.click(".login-button");
}
