import { labelsIn } from "../../history/app-definition/labels-in";
import { lookAtApp, prepareApp } from "../../history/preparation/preparation";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { appOfPage, LOOKED_ON, sessionOfPage } from "../../kintone/pages/page-access";
import { createSettingsDesk } from "../../kintone/settings/settings-desk";
import type { PreparationDesk } from "../../screens/settings/preparation/use-preparation";
import { DEFAULT_SETTINGS } from "../../settings/settings";

/** The preparation of the app whose settings screen this is, as the user who is logged in, with labels in their language. */
export function createConfigPreparation(): PreparationDesk {
  const { requestsAtOnce } = DEFAULT_SETTINGS;
  // The page's end is the end of everything on it.
  const { signal } = new AbortController();
  const { reading } = createRunConnection(sessionOfPage(), { requestsAtOnce, signal, retry: LOOKED_ON });
  const desk = createSettingsDesk(reading, appOfPage());
  const { code, language } = kintone.getLoginUser();
  const preparer = { user: code, labels: labelsIn(language) };
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  return {
    look: () => lookAtApp(desk, preparer),
    prepare: (findings, report) => prepareApp(desk, preparer, findings, { report, pause }),
  };
}
