import manifest from "../../../manifest.json";
import { archiveName } from "../../archive/volumes/volume-name";
import { offerDownload } from "../../destinations/browser-download";
import { recordChange } from "../../history/changes/settings-changes";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { appOfPage, LOOKED_ON, sessionOfPage } from "../../kintone/pages/page-access";
import { createRecordStore } from "../../kintone/writing/record-store";
import type { SavingDesk } from "../../screens/settings/changes/use-saving";
import { changeLines } from "../../screens/text/settings/changes/change-lines";
import type { AdminMessages } from "../../screens/text/settings/language";
import { DEFAULT_SETTINGS, type Settings } from "../../settings/settings";
import { toSettingsFile } from "../../settings/settings-file";

/** Records changes of settings in the app whose settings screen this is, as the user who is logged in, in their language. */
export function createChangeRecorder(messages: AdminMessages): SavingDesk["record"] {
  const { requestsAtOnce } = DEFAULT_SETTINGS;
  const { signal } = new AbortController();
  const { reading } = createRunConnection(sessionOfPage(), { requestsAtOnce, signal, retry: LOOKED_ON });
  const store = createRecordStore(reading, appOfPage());
  return (differences, after) => {
    const { code, name } = kintone.getLoginUser();
    return recordChange(store, {
      id: crypto.randomUUID(),
      at: new Date(),
      by: { code, name },
      what: changeLines(differences, messages),
      settings: JSON.stringify(after, undefined, 2),
      settingsVersion: after.version,
      pluginVersion: manifest.version,
    });
  };
}

/** Hands the settings to the browser as a download, named as of now in their own time zone. */
export function exportSettings(settings: Settings): void {
  const now = new Date();
  const file = toSettingsFile(settings, { at: now.toISOString(), pluginVersion: manifest.version });
  // Named like an archive, so that both sort by their time.
  const { timeZone } = settings;
  const name = archiveName({ prefix: "kintone-backup-settings", startedAt: now, timeZone });
  offerDownload(`${name}.json`, new Blob([file], { type: "application/json" }));
}
