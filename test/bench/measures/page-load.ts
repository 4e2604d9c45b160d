import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";

/** In milliseconds. */
export interface PageLoad {
  /** How long the main thread was busy until nothing was left to do. */
  mainThread: number;
  /** From the navigation until what was waited for was in the page. */
  shown: number;
}

/** As a machine on which people complain. */
const TIMES_SLOWER = 4;
/** After what was waited for, everything else that a page does by itself is over within so long. */
const SETTLED_AFTER_MILLISECONDS = 1500;

/**
 * Opens an address in a page that is as good as new, on a processor that is four times as slow.
 *
 * @param selector of what is waited for
 */
export async function measureLoad(page: Page, url: string, selector: string): Promise<PageLoad> {
  const session = await page.context().newCDPSession(page);
  // Of the thread itself: what other processes take from it on a machine with two cores is not the page's.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("Emulation.setCPUThrottlingRate", { rate: TIMES_SLOWER });
  await page.addInitScript(noteWhenShown, selector);
  await page.goto(url);
  await page.locator(selector).waitFor();
  await wait(SETTLED_AFTER_MILLISECONDS);
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value;
  const shown = await page.evaluate(() => (globalThis as typeof globalThis & Noted).shownAt);
  if (seconds === undefined || shown === undefined) throw new Error("The browser told no times of the page.");
  return { mainThread: seconds * 1000, shown };
}

interface Noted {
  shownAt?: number;
}

/** Runs in the page, before anything else does. */
function noteWhenShown(selector: string): void {
  const noted = globalThis as typeof globalThis & Noted;
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    noted.shownAt = performance.now();
  });
  observer.observe(document, { childList: true, subtree: true });
}
