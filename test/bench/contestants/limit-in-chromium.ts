import type { Browser } from "playwright-core";
import { REQUESTS_AT_ONCE } from "../kintone/run-settings";
import { drain } from "../limit/drain";
import { neededRequests } from "../limit/needed-requests";
import { openPage } from "./chromium";
import type { Contestant } from "./contestant";

/** The bare loop on a page, with the session's cookie. Over HTTP/1.1, the browser itself lets six requests through at a time. */
export const limitInChromium = (
  browser: Browser,
  baseUrl: string,
  backupApp: string,
  protocol: string,
): Contestant => ({
  name: `limit in Chromium, ${protocol}`,
  async run(apps) {
    const { readings, versions } = neededRequests(apps);
    const page = await openPage(browser, `${baseUrl}/k/${backupApp}/`);
    try {
      await page.waitForURL(`**/k/${backupApp}/**`);
      const seconds = await page.evaluate(drain, {
        lists: [readings, versions],
        atOnce: REQUESTS_AT_ONCE,
        headers: { "X-Requested-With": "XMLHttpRequest" },
      });
      return { seconds };
    } finally {
      await page.context().close();
    }
  },
});
