import { render } from "preact";
import { useState } from "preact/hooks";
import type { ParsedSettings } from "../../settings/migration";
import { DEFAULT_SETTINGS, type Settings } from "../../settings/settings";
import type { AdminMessages } from "../text/settings/language";
import { canKeepRuns } from "../../history/preparation/preparation";
import { ProblemsOfSettings } from "./changes/problems-of-settings";
import { SavingNews } from "./changes/saving-news";
import { SettingsFileSection } from "./changes/settings-file-section";
import { type SavingDesk, useSaving } from "./changes/use-saving";
import { EnvironmentSection } from "./environment/environment-section";
import type { EnvironmentDesk } from "./environment/environment-desk";
import { PreflightSection } from "./preflight/preflight-section";
import type { PreflightDesk } from "./preflight/preflight-desk";
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
  preflight: PreflightDesk;
  environment: EnvironmentDesk;
  saving: SavingDesk;
  /** Hands settings to the user as a file. */
  exportSettings: (settings: Settings) => void;
  cancel: () => void;
}

/** Draws the settings screen into the root. A stored configuration that cannot be read is told, and the defaults offered. */
export function mountSettings(root: HTMLElement, options: SettingsScreenOptions): void {
  root.lang = options.messages.locale;
  render(<SettingsScreen {...options} />, root);
}

function SettingsScreen({ messages, stored, preparation, targets, ...world }: SettingsScreenOptions) {
  const [state, actions] = usePreparation(preparation);
  const readable = "settings" in stored ? stored.settings : undefined;
  const [saving, savingActions] = useSaving(world.saving, readable);
  /** What the form begins with, and how often it was given something else from a file. */
  const [start, setStart] = useState({ settings: readable ?? DEFAULT_SETTINGS, times: 0 });
  const problems = "problems" in stored ? stored.problems : [];
  const { settings: text } = messages;
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
          <ProblemsOfSettings problems={problems} whole={text.reason.unreadable({})} messages={messages} />
        </div>
      )}
      <SettingsForm
        key={start.times}
        settings={start.settings}
        messages={messages}
        onSave={savingActions.save}
        onCancel={world.cancel}
      />
      <SavingNews state={saving} actions={savingActions} messages={messages} />
      <SettingsFileSection
        stored={readable}
        messages={messages}
        onExport={world.exportSettings}
        onImport={(imported) => setStart({ settings: imported, times: start.times + 1 })}
      />
      {isTargetsPlace(state) ? (
        <>
          <TargetsSection desk={targets} messages={messages} />
          <PreflightSection desk={world.preflight} messages={messages} />
        </>
      ) : (
        <section class="kbm-targets" aria-labelledby="kbm-targets-title">
          <h2 id="kbm-targets-title">{text.targets.title}</h2>
          <p lang={text.preparation.locale}>{text.preparation.targetsLater}</p>
        </section>
      )}
      <EnvironmentSection desk={world.environment} messages={messages} />
    </div>
  );
}

/** Targets wait for the fields that they need. Where these cannot be looked at, the section tells for itself what is wrong. */
function isTargetsPlace(state: PreparationState): boolean {
  return state.kind === "unreadable" || (state.kind === "found" && canKeepRuns(state.findings));
}
