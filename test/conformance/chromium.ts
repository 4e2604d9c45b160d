import process from "node:process";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.KBM_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking"],
  });

/** A page of the local kintone, as a person sees it after logging in. */
export async function openPage(browser: Browser, url: string, user: { code: string; password: string }): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.fill(".form-username-slash > input", user.code);
  await page.fill(".form-password-slash > input", user.password);
  await page.click(".login-button");
  await page.waitForSelector("#page > *");
  return page;
}
