import process from "node:process";
import { type Browser, chromium } from "playwright-core";

export const BROWSER_OPTIONS = {
  executablePath: process.env.KBM_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
};

let shared: Promise<Browser> | undefined;

/**
 * The browser of all test files of a process. What they do in it they do in contexts of their own, which they close;
 * nobody closes the browser: it ends with the process.
 */
export async function sharedBrowser(): Promise<Browser> {
  const known = await shared;
  if (known?.isConnected()) return known;
  shared = launch();
  return shared;
}

async function launch(): Promise<Browser> {
  const browser = await chromium.launch(BROWSER_OPTIONS);
  browser.on("disconnected", () => {
    console.error(
      "Chromium has ended before its tests have: what fails from here to the end of this file fails by that.",
    );
  });
  return browser;
}
