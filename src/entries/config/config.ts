/** The plugin's settings screen. */
import { mountSettings } from "../../screens/settings/settings-screen";
import { adminMessagesFor } from "../../screens/text/settings/language";
import { fromPluginConfig } from "../../settings/plugin-config";
import { createChangeRecorder, exportSettings } from "./changes";
import { createConfigPreflight } from "./preflight";
import { createConfigPreparation } from "./preparation";
import { createConfigTargets } from "./targets";

((pluginId) => {
  const root = document.getElementById("kbm-settings");
  if (!root) return;
  const appId = kintone.app.getId();
  const inForce = kintone.plugin.app.getConfig(pluginId);
  const stored = fromPluginConfig(inForce);
  const messages = adminMessagesFor(kintone.getLoginUser().language);
  mountSettings(root, {
    messages,
    stored,
    preparation: createConfigPreparation(),
    targets: createConfigTargets(stored),
    preflight: createConfigPreflight(stored, inForce),
    exportSettings,
    // Both addresses are those of Cybozu's own plugin template (@kintone/create-plugin 8.2.3): relative to the settings
    // page, so that they hold in guest spaces too. The first is where the admin updates the app.
    saving: {
      record: createChangeRecorder(messages),
      save: (config) => kintone.plugin.app.setConfig(config, () => location.assign(`../../flow?app=${appId}`)),
    },
    cancel: () => location.assign(`../../${appId}/plugin/`),
  });
})(kintone.$PLUGIN_ID);
