/** The plugin on the pages of the backup-management app. */
import { RECORD_TYPE, RUN_STATUS } from "../history/app-definition/fields";
import { decorateStatuses } from "../screens/history/status-cells";
import { mountRunButton } from "../screens/run/run-button";
import { messagesFor } from "../screens/text/language";
import { fromPluginConfig } from "../settings/plugin-config";
import { pressRunButton } from "./run-button-press";

((pluginId) => {
  kintone.events.on("app.record.index.show", (event) => {
    const messages = messagesFor(kintone.getLoginUser().language);
    const space = kintone.app.getHeaderMenuSpaceElement();
    if (space) {
      const onPress = () => pressRunButton(fromPluginConfig(kintone.plugin.app.getConfig(pluginId)), messages);
      mountRunButton(space, { messages, onPress });
    }
    return event;
  });
})(kintone.$PLUGIN_ID);
