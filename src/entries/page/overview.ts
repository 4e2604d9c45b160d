import { offerDownload } from "../../destinations/browser-download";
import { toBackupError } from "../../domain/errors";
import type { DomainApp } from "../../history/overview/anomalies";
import { overviewOf } from "../../history/overview/overview";
import { readHistory } from "../../history/overview/read-history";
import type { Connection } from "../../kintone/connection/connection";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { appOfPage, LOOKED_ON, sessionOfPage } from "../../kintone/pages/page-access";
import { recordUrl } from "../../kintone/pages/record-url";
import { domainApps } from "../../kintone/reading/domain-apps";
import { createRecordStore } from "../../kintone/writing/record-store";
import { mountOverview } from "../../screens/history/overview/overview-screen";
import { overviewMessagesFor } from "../../screens/text/history/language";
import type { ParsedSettings } from "../../settings/migration";
import { DEFAULT_SETTINGS } from "../../settings/settings";
import { takingTurns } from "./taking-turns";

/** Draws the overview of the history. It reads with the session of the user and writes nothing. Returns what takes it away again. */
export function drawOverview(place: HTMLElement, settings: ParsedSettings, takesFocus: boolean): () => void {
  const { language, name } = kintone.getLoginUser();
  const messages = overviewMessagesFor(language);
  return mountOverview(place, {
    messages,
    takesFocus,
    urlOf: recordUrl,
    read: (report, signal) => readOverview(settings, messages.locale, report, signal),
    access: {
      save: offerDownload,
      by: name,
      appUrl: new URL(recordUrl("1").replace(/show#.*/, ""), location.origin).href,
    },
  });
}

async function readOverview(
  parsed: ParsedSettings,
  locale: string,
  report: (runs: number) => void,
  signal: AbortSignal,
) {
  const { reading } = createRunConnection(sessionOfPage(), { requestsAtOnce: 1, signal, retry: LOOKED_ON });
  const app = appOfPage();
  const [history, apps] = await Promise.all([
    readHistory(createRecordStore(reading, app), takingTurns(report)),
    otherApps(reading, app.appId),
  ]);
  // Settings that cannot be read hinder a run, and nobody who looks at the history.
  const { timeZone, drillDays } = "settings" in parsed ? parsed.settings : DEFAULT_SETTINGS;
  return overviewOf(history, { apps, now: new Date(), timeZone, drillDays, locale });
}

/** What cannot be listed is told on the screen; the history itself can be looked at all the same. */
async function otherApps(connection: Connection, own: string): Promise<DomainApp[] | undefined> {
  try {
    const apps = await domainApps(connection);
    return apps.filter(({ appId }) => appId !== own);
  } catch (thrown) {
    if (toBackupError(thrown).code === "CANCELLED") throw thrown;
    return undefined;
  }
}
