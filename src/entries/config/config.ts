/** The plugin's settings screen; in a Worker, what the check of the environment asks a Worker. */
import { answerInWorker } from "../../probe/pages/in-worker";
import { mountSettings } from "../../screens/settings/settings-screen";
import { adminMessagesFor } from "../../screens/text/settings/language";
import { fromPluginConfig } from "../../settings/plugin-config";
import { createChangeRecorder, exportSettings } from "./changes";
import { createConfigEnvironment } from "./environment";
import { createConfigPreflight } from "./preflight";
import { createConfigPreparation } from "./preparation";
import { createConfigTargets } from "./targets";

if (typeof document === "undefined") answerInWorker();
else {
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
  showSettings(kintone.$PLUGIN_ID, script);
}

function showSettings(pluginId: string, script: string): void {
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
    environment: createConfigEnvironment(script),
    exportSettings,
    // Both addresses are those of Cybozu's own plugin template (@kintone/create-plugin 8.2.3): relative to the settings
    // page, so that they hold in guest spaces too. The first is where the admin updates the app.
    saving: {
      record: createChangeRecorder(messages),
      save: (config) => kintone.plugin.app.setConfig(config, () => location.assign(`../../flow?app=${appId}`)),
    },
    cancel: () => location.assign(`../../${appId}/plugin/`),
  });
}
