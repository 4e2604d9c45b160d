import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { BROWSER_OPTIONS } from "../browser/chromium";

export const launchChromium = (): Promise<Browser> => chromium.launch(BROWSER_OPTIONS);

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
