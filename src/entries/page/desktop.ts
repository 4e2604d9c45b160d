/** The plugin's first file: what a page of the backup-management app shows at once. Everything else is in `on-demand.ts`. */
import { seekParts } from "./meeting";
import { watchRecordList } from "./record-list";
import { watchRecordPage } from "./record-page";
import { announceSession } from "./session-announcements";
import { watchTargetChanges } from "./target-changes";

((pluginId) => {
  const findParts = seekParts();
  announceSession();
  watchRecordList(pluginId, findParts);
  watchRecordPage(pluginId, findParts);
  watchTargetChanges(findParts);
})(kintone.$PLUGIN_ID);
