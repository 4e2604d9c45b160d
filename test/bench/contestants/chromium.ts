import process from "node:process";
import { type Browser, type Page, chromium } from "playwright-core";
import { ACCOUNT } from "../kintone/account";

/** A Chromium for the bench, as the browser tests use it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.KBM_CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
}

/** Logs in on a page of a profile of its own. Whoever closes its context leaves nothing behind. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "en-US" });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  // What a compiler puts around functions that are sent to the page.
  await page.addInitScript("globalThis.__name ??= (named) => named");
  await page.goto(url);
  await page.fill(".form-username-slash > input", ACCOUNT.username);
  await page.fill(".form-password-slash > input", ACCOUNT.password);
  await page.click(".login-button");
  return page;
}
