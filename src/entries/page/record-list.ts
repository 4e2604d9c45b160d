import type { KintoneRecord } from "../../archive/records/kintone-app";
import type { FieldCode } from "../../history/app-definition/fields";
import { mountChainButton } from "../../screens/chain/chain-button";
import { decorateStatuses } from "../../screens/history/status-cells";
import { mountInterruptedNotice, removeInterruptedNotice } from "../../screens/run/interrupted-notice";
import { mountRunButton } from "../../screens/run/run-button";
import { inspectorMessagesFor } from "../../screens/text/chain/language";
import type { Messages } from "../../screens/text/run/messages";
import { fromPluginConfig } from "../../settings/plugin-config";
import { sweepPrivateWorkspaces } from "../../workspace/private-workspace";
import { pressChainButton } from "./history-check";
import { offerOverview } from "./history-overview";
import { discardInterruptedRun, findInterruptedRun } from "./interrupted-run";
import { goOnWithRun, pressRunButton } from "./run-part";

/** Fields whose value is a status: shown as a badge, in the words of the user's language. */
export const STATUS_FIELDS = ["run_status", "target_last_status"] as const satisfies FieldCode[];

/** A run of this user that was broken off in this browser is the first thing to see. */
async function offerToGoOn(messages: Messages, script: string): Promise<void> {
  const [space, interrupted] = [kintone.app.getHeaderSpaceElement(), await findInterruptedRun()];
  if (!interrupted) removeInterruptedNotice();
  if (!space || !interrupted) return;
  mountInterruptedNotice(space, {
    messages,
    startedAt: new Date(interrupted.startedAt),
    onResume: () => goOnWithRun(interrupted, messages, script),
    // A history that cannot be told now finds out by itself: the run is silent.
    onDiscard: () => discardInterruptedRun(interrupted).catch(() => undefined),
  });
}

/**
 * The plugin on the record list of the backup-management app.
 *
 * @param script URL of the bundle that this is part of, for the Worker
 */
export function watchRecordList(pluginId: string, script: string): void {
  // Company data must not lie about in a browser for longer than it takes to save it.
  sweepPrivateWorkspaces(new Date()).catch(() => undefined);
  // Fires again at paging and sorting, without a new page; both screens take that into account.
  kintone.events.on("app.record.index.show", (event) => {
    const messages = inspectorMessagesFor(kintone.getLoginUser().language);
    const space = kintone.app.getHeaderMenuSpaceElement();
    if (space) {
      const settings = () => fromPluginConfig(kintone.plugin.app.getConfig(pluginId));
      mountRunButton(space, { messages, onPress: () => pressRunButton(settings(), messages, script) });
      void offerToGoOn(messages, script);
      mountChainButton(space, { messages, onPress: () => pressChainButton(messages) });
      offerOverview(settings);
    }
    if (Array.isArray(event.records)) {
      const records = event.records as KintoneRecord[];
      for (const code of STATUS_FIELDS) {
        const statuses = records.map((record) => String(record[code]?.value ?? ""));
        decorateStatuses(kintone.app.getFieldElements(code), statuses, messages);
      }
    }
    return event;
  });
}
