import type { Browser, Page } from "playwright-core";
import type { BenchKintone } from "../kintone/bench-kintone";
import type { BenchApp } from "../kintone/catalogue";
import { type PageMemory, watchPageMemory } from "../measures/page-memory";
import { longestTask, noteLongTasks } from "../measures/page-tasks";
import { openPage } from "./chromium";
import type { Finish } from "./contestant";

const MINUTES_AT_MOST = 20;

interface FinishInChromium extends Finish {
  /** Milliseconds; 0 when none was long enough to be told of. */
  longestTask: number;
  memory: PageMemory;
}

export interface OursInChromium {
  name: string;
  run(apps: readonly BenchApp[]): Promise<FinishInChromium>;
}

/** Presses the button of the packed plugin, and waits until the dialog says how it ended. The targets must be set. */
export function oursInChromium(
  browser: Browser,
  kintone: BenchKintone,
  baseUrl: string,
  protocol: string,
  { memory = false } = {},
): OursInChromium {
  async function press(page: Page): Promise<FinishInChromium> {
    const button = page.getByRole("button", { name: /^(今すぐバックアップ|Run backup now)$/ });
    await button.waitFor();
    const watching = memory ? await watchPageMemory(browser) : undefined;
    await noteLongTasks(page);
    const began = performance.now();
    await button.click();
    const closing = page.getByRole("dialog").getByRole("button", { name: /^(閉じる|Close)$/ });
    await closing.waitFor({ timeout: MINUTES_AT_MOST * 60_000 });
    const seconds = (performance.now() - began) / 1000;
    return { seconds, longestTask: await longestTask(page), memory: watching?.stop() ?? { idle: 0, peak: 0 } };
  }
  return {
    name: `ours in Chromium, ${protocol}`,
    async run(apps) {
      const page = await openPage(browser, `${baseUrl}/k/${kintone.backupApp}/`);
      try {
        const finish = await press(page);
        await kintone.expectWholeRun(apps);
        return finish;
      } finally {
        await page.context().close();
      }
    },
  };
}
