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
import { mountOverviewButton } from "../../screens/history/overview/overview-button";
import { mountOverview, type OverviewScreenOptions } from "../../screens/history/overview/overview-screen";
import { overviewMessagesFor } from "../../screens/text/history/language";
import type { ParsedSettings } from "../../settings/migration";
import { DEFAULT_SETTINGS } from "../../settings/settings";
import { takingTurns } from "./taking-turns";

/** The element that a custom view of the app may hold for the overview. */
const PLACE = "kbm-history";

/**
 * Offers the overview of the history on the record list: drawn at once where a custom view has a place for it, and behind a
 * button in every other view. It reads with the session of the user and writes nothing.
 */
export function offerOverview(settings: () => ParsedSettings): void {
  const { language, name } = kintone.getLoginUser();
  const messages = overviewMessagesFor(language);
  const options: Omit<OverviewScreenOptions, "takesFocus"> = {
    messages,
    urlOf: recordUrl,
    read: (report, signal) => readOverview(settings(), messages.locale, report, signal),
    access: {
      save: offerDownload,
      by: name,
      appUrl: new URL(recordUrl("1").replace(/show#.*/, ""), location.origin).href,
    },
  };
  const place = document.getElementById(PLACE);
  if (place) {
    // The event fires again without a new page; what is drawn stays.
    if (place.childElementCount === 0) mountOverview(place, { ...options, takesFocus: false });
    return;
  }
  const [menu, space] = [kintone.app.getHeaderMenuSpaceElement(), kintone.app.getHeaderSpaceElement()];
  if (menu && space) mountOverviewButton(menu, space, options);
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
  const { timeZone } = "settings" in parsed ? parsed.settings : DEFAULT_SETTINGS;
  return overviewOf(history, { apps, now: new Date(), timeZone, locale });
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
