import { inspectorMessagesFor } from "../../screens/text/chain/language";
import { fromPluginConfig } from "../../settings/plugin-config";
import { checkHistoryOfPage } from "./history-check";
import { drawOverview } from "./overview";
import type { HistoryPart } from "./parts";

export const historyPart: HistoryPart = {
  check: () => checkHistoryOfPage(inspectorMessagesFor(kintone.getLoginUser().language)),
  drawOverview: (place, pluginId, takesFocus) =>
    drawOverview(place, fromPluginConfig(kintone.plugin.app.getConfig(pluginId)), takesFocus),
};
