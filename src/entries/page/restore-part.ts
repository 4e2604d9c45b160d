import manifest from "../../../manifest.json";
import { recordOfArchive } from "../../history/runs/record-of-archive";
import { guestSpaceOfPage } from "../../kintone/pages/page-access";
import { recordUrlIn } from "../../kintone/pages/record-url";
import { openRestoreDialog } from "../../screens/restore/restore-dialog";
import { restoringMessagesFor } from "../../screens/text/restoring/language";
import { fromPluginConfig } from "../../settings/plugin-config";
import { DEFAULT_SETTINGS } from "../../settings/settings";
import type { RestoreVisit } from "../worker/restore-visit";
import type { RestorePart } from "./parts";
import { findRestorePlace } from "./restore-in-worker";
import { storeOfPage } from "./store-of-page";
import { toldArchive } from "./told-archive";

/** Lets people compare an archive with kintone. */
export function createRestorePart(script: string): RestorePart {
  return {
    async open(pluginId, runId) {
      const { work, leave } = await findRestorePlace(script, visitOf(pluginId));
      try {
        await openRestoreDialog({
          messages: restoringMessagesFor(kintone.getLoginUser().language),
          ...(runId !== undefined && { runId }),
          desk: { ...work, leave, toldOf, canRestore: false, urlOf: recordUrlIn },
        });
      } finally {
        leave();
      }
    },
  };
}

async function toldOf(runId: string) {
  const record = await recordOfArchive(storeOfPage(), runId);
  return record && toldArchive(record);
}

function visitOf(pluginId: string): RestoreVisit {
  const stored = fromPluginConfig(kintone.plugin.app.getConfig(pluginId));
  const { requestsAtOnce } = "settings" in stored ? stored.settings : DEFAULT_SETTINGS;
  const user = kintone.getLoginUser();
  return {
    baseUrl: location.origin,
    appId: String(kintone.app.getId()),
    guestSpaceId: guestSpaceOfPage(),
    operator: { code: user.code, name: user.name },
    language: user.language,
    requestToken: kintone.getRequestToken(),
    requestsAtOnce,
    pluginVersion: manifest.version,
  };
}
