import type { BenchKintone } from "../kintone/bench-kintone";
import { REQUESTS_AT_ONCE } from "../kintone/run-settings";
import { drain } from "../limit/drain";
import { neededRequests } from "../limit/needed-requests";
import { signIn } from "./chromium";
import type { Contestant } from "./contestant";
import type { Protocol } from "./protocol";
import { addressOf } from "./protocol";

/** The bare loop on a page, with the session's cookie. Over HTTP/1.1, the browser itself lets six requests through at a time. */
export const limitInChromium = (kintone: BenchKintone, folder: string, protocol: Protocol): Contestant => ({
  name: `limit in Chromium, ${protocol}`,
  async run(apps) {
    const { readings, versions } = neededRequests(apps);
    const list = `/k/${kintone.backupApp}/`;
    const { page, close } = await signIn(folder, `${addressOf(kintone, protocol)}${list}`);
    try {
      await page.waitForURL(`**${list}**`);
      const seconds = await page.evaluate(drain, {
        lists: [readings, versions],
        atOnce: REQUESTS_AT_ONCE,
        headers: { "X-Requested-With": "XMLHttpRequest" },
      });
      return { seconds };
    } finally {
      await close();
    }
  },
});
