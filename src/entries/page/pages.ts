import { watchRecordList } from "./record-list";
import { watchRecordPage } from "./record-page";
import { announceSession } from "./session-announcements";

/**
 * The plugin on the pages of the backup-management app.
 *
 * @param script URL of the bundle that this is part of, for the Worker
 */
export function watchPages(pluginId: string, script: string): void {
  announceSession();
  watchRecordList(pluginId, script);
  watchRecordPage(script);
}
