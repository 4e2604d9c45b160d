import type { Page } from "playwright-core";

interface Noting {
  longest?: number;
}

/** Has the page note how long its main thread was busy at a time, from now on. */
export async function noteLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noting = globalThis as typeof globalThis & Noting;
    noting.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) noting.longest = Math.max(noting.longest ?? 0, duration);
    }).observe({ type: "longtask" });
  });
}

/** Since it was asked last, in milliseconds. A browser tells of tasks from 50 ms on (W3C Long Tasks); 0 when there was none. */
export const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const noting = globalThis as typeof globalThis & Noting;
    const { longest = 0 } = noting;
    noting.longest = 0;
    return longest;
  });
