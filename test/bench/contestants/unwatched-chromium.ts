import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Page, chromium } from "playwright-core";
import type { BenchKintone } from "../kintone/bench-kintone";
import type { BenchApp } from "../kintone/catalogue";
import { type PageMemory, rendererProcesses, watchMemory } from "../measures/page-memory";
import { CHROMIUM, giveAccount } from "./chromium";

const SECONDS_AT_MOST = 900;
const PRESSED_AFTER_MS = 2_000;

/**
 * Presses the button of the packed plugin in a browser that nobody listens to until the run has ended, and tells what memory it takes. As
 * long as an automation hears of a page's requests, Chromium keeps up to 200 MB of their answers in the page's process, for whoever
 * may ask for them: nobody's browser does that by itself. The targets must be set.
 */
export async function memoryOfRun(
  kintone: BenchKintone,
  folder: string,
  apps: readonly BenchApp[],
): Promise<PageMemory> {
  const profile = await mkdtemp(path.join(folder, "profile-"));
  const args = ["--headless=new", "--no-sandbox", "--disable-background-networking", "--ignore-certificate-errors"];
  const child = spawn(CHROMIUM, [...args, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"], {
    stdio: "ignore",
  });
  try {
    const ended = await kintone.runsEnded();
    const watching = await pressAndLeave(await debuggingPort(profile), `${kintone.secureUrl}/k/${kintone.backupApp}/`);
    for (let second = 0; (await kintone.runsEnded()) === ended; second += 1) {
      if (second === SECONDS_AT_MOST) throw new Error("The run did not end.");
      await wait(1000);
    }
    const memory = watching.stop();
    await kintone.expectWholeRun(apps);
    return memory;
  } finally {
    const exited = once(child, "exit");
    child.kill();
    await exited;
    // Its helpers may take a moment longer.
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** Looks at the idle page first. */
async function pressAndLeave(port: string, url: string) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts()[0]?.pages()[0] as Page;
  await page.goto(url);
  await giveAccount(page);
  const button = page.getByRole("button", { name: /^(今すぐバックアップ|Run backup now)$/ });
  await button.waitFor();
  await button.evaluate((element: HTMLElement, after) => setTimeout(() => element.click(), after), PRESSED_AFTER_MS);
  const renderers = await rendererProcesses(browser);
  // Of a browser that was there before, this is nothing but hanging up.
  await browser.close();
  return watchMemory(renderers);
}

/** Chromium writes it into the profile as soon as somebody can connect. */
async function debuggingPort(profile: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [port] = (await readFile(path.join(profile, "DevToolsActivePort"), "utf8").catch(() => "")).split("\n");
    if (port) return port;
    await wait(100);
  }
  throw new Error("The browser did not start.");
}
