import manifest from "../../../manifest.json";
import { recordTargetChanges } from "../../history/changes/target-changes";
import type { RecordTargets } from "../../history/changes/recorded-targets";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { appOfPage, LOOKED_ON, sessionOfPage } from "../../kintone/pages/page-access";
import { createRecordStore } from "../../kintone/writing/record-store";
import { targetChangeLines } from "../../screens/text/target-changes/target-change-lines";

/** Records changes of targets in the app of the page, as the user who is logged in, in their language. */
export function createTargetChangeRecorder(): RecordTargets {
  const { signal } = new AbortController();
  const { reading } = createRunConnection(sessionOfPage(), { requestsAtOnce: 1, signal, retry: LOOKED_ON });
  const store = createRecordStore(reading, appOfPage());
  return async (changes) => {
    const { code, name, language } = kintone.getLoginUser();
    await recordTargetChanges(store, changes, {
      at: new Date(),
      by: { code, name },
      pluginVersion: manifest.version,
      newId: () => crypto.randomUUID(),
      describe: (some) => targetChangeLines(some, language),
    });
  };
}
