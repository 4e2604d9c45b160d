import manifest from "../../../manifest.json";
import { offerDownload } from "../../destinations/browser-download";
import { createExchange } from "../../kintone/connection/exchange";
import { sessionAccess } from "../../kintone/connection/session-connection";
import { appOfPage } from "../../kintone/pages/page-access";
import { PAGE_TRIALS } from "../../probe/pages/trials";
import { bound, probe } from "../../probe/probe";
import { toJson, toMarkdown } from "../../probe/report";
import { findReadingPlace } from "../../probe/requests/reading-place";
import { REQUEST_TRIALS } from "../../probe/requests/trials";
import type { EnvironmentDesk } from "../../screens/settings/environment/environment-desk";
import { startWorkerOf } from "../worker/bundle-worker";

/** The check of kintone and of this browser, as the user who is logged in. @param script URL of this file, of which Workers are made */
export function createConfigEnvironment(script: string): EnvironmentDesk {
  return {
    async check(report) {
      const app = appOfPage();
      const access = { baseUrl: location.origin, requestToken: () => kintone.getRequestToken() };
      const exchange = createExchange(sessionAccess(access));
      const { code: userCode } = kintone.getLoginUser();
      const place = await findReadingPlace({ exchange, logIn: "session", userCode }, app);
      const trials = {
        ...bound(REQUEST_TRIALS, place),
        ...bound(PAGE_TRIALS, {
          ...{ exchange, app, address: location.href },
          startWorker: (origin) => startWorkerOf(script, origin),
          course: async () => kintone.license?.getSubscriptionPlan(),
        }),
      };
      return {
        program: `kintone-backup-manager/${manifest.version}`,
        at: new Date().toISOString(),
        ...{ place: "page", logIn: "session", environment: navigator.userAgent },
        rows: await probe(trials, report),
      };
    },
    copy: (found) => navigator.clipboard.writeText(toMarkdown(found)),
    save(found) {
      const day = found.at.slice(0, 10);
      offerDownload(`kintone-backup-environment-${day}.json`, new Blob([toJson(found)], { type: "application/json" }));
    },
  };
}
