import { render } from "preact";
import type { ParsedSettings } from "../../settings/migration";
import { toPluginConfig } from "../../settings/plugin-config";
import { DEFAULT_SETTINGS, type SettingName } from "../../settings/settings";
import type { AdminMessages } from "../text/settings/language";
import { canKeepRuns } from "../../history/preparation/preparation";
import { PreparationSection } from "./preparation/preparation-section";
import { type PreparationDesk, type PreparationState, usePreparation } from "./preparation/use-preparation";
import { SettingsForm } from "./settings-form";
import { TargetsSection } from "./targets/targets-section";
import type { TargetsDesk } from "./targets/use-targets";

interface SettingsScreenOptions {
  messages: AdminMessages;
  /** What the plugin's configuration says. */
  stored: ParsedSettings;
  preparation: PreparationDesk;
  targets: TargetsDesk;
  /** Stores it with `kintone.plugin.app.setConfig` and goes on. Called with valid settings only. */
  save: (config: Record<string, string>) => void;
  cancel: () => void;
}

/** Draws the settings screen into the root. A stored configuration that cannot be read is told, and the defaults offered. */
export function mountSettings(root: HTMLElement, options: SettingsScreenOptions): void {
  root.lang = options.messages.locale;
  render(<SettingsScreen {...options} />, root);
}

function SettingsScreen({ messages, stored, preparation, targets, save, cancel }: SettingsScreenOptions) {
  const [state, actions] = usePreparation(preparation);
  const settings = "settings" in stored ? stored.settings : DEFAULT_SETTINGS;
  const problems = "problems" in stored ? stored.problems : [];
  const { settings: text } = messages;
  const labels: Record<SettingName, string> = { ...text.label, incremental: text.incremental.label };
  return (
    <div class="kbm-settings">
      <h1 class="kbm-settings-title">{text.title}</h1>
      <p>{text.introduction}</p>
      <PreparationSection state={state} actions={actions} messages={messages} />
      <section class="kbm-steps">
        <h2>{text.stepsTitle}</h2>
        <ol>
          {text.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      {problems.length > 0 && (
        <div class="kbm-notice kbm-notice-warning" role="alert">
          <p>{text.unreadable}</p>
          <ul>
            {problems.map(({ field, reason, facts }) => (
              <li key={field}>
                {field in labels
                  ? text.unreadableField(labels[field as SettingName], text.reason[reason](facts))
                  : text.reason[reason](facts)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <SettingsForm
        settings={settings}
        messages={messages}
        onSave={(valid) => save({ ...toPluginConfig(valid) })}
        onCancel={cancel}
      />
      {isTargetsPlace(state) ? (
        <TargetsSection desk={targets} messages={messages} />
      ) : (
        <section class="kbm-targets" aria-labelledby="kbm-targets-title">
          <h2 id="kbm-targets-title">{text.targets.title}</h2>
          <p lang={text.preparation.locale}>{text.preparation.targetsLater}</p>
        </section>
      )}
    </div>
  );
}

/** Targets wait for the fields that they need. Where these cannot be looked at, the section tells for itself what is wrong. */
function isTargetsPlace(state: PreparationState): boolean {
  return state.kind === "unreadable" || (state.kind === "found" && canKeepRuns(state.findings));
}
