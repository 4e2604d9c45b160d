import { useRef, useState } from "preact/hooks";
import { parseSettings } from "../../settings/migration";
import type { SettingsProblem } from "../../settings/problem";
import {
  SETTINGS_LIMITS,
  SWITCHES,
  type Settings,
  type SwitchName,
  type WrittenSettingName,
} from "../../settings/settings";
import type { AdminMessages } from "../text/settings/language";
import { Button } from "../ui/button";
import { SettingField } from "./setting-field";
import { SettingSwitch } from "./setting-switch";
import { timeZoneNames } from "./time-zone-names";

interface SettingsFormProps {
  settings: Settings;
  messages: AdminMessages;
  /** Called with what was checked. */
  onSave: (settings: Settings) => void;
  onCancel: () => void;
}

type Draft = Record<WrittenSettingName, string>;

/** In the order of the screen. */
const NAMES: readonly WrittenSettingName[] = [
  ...(["filePrefix", "timeZone", "volumeLimitMiB", "requestsAtOnce", "requestsPerAppAndDay", "drillDays"] as const),
  "spacesLeftOut",
];
/** May be empty. */
const OPTIONAL: readonly WrittenSettingName[] = ["spacesLeftOut"];
const LIMITS: Partial<Record<WrittenSettingName, { min?: number; max?: number }>> = SETTINGS_LIMITS;
const TIME_ZONES = "kbm-time-zones";

/** The settings as text fields, checked together when they are saved; focus then goes to the first that is wrong. */
export function SettingsForm({ settings, messages, onSave, onCancel }: SettingsFormProps) {
  const [draft, setDraft] = useState<Draft>(() => textsOf(settings));
  const [switched, setSwitched] = useState<Record<SwitchName, boolean>>(() => switchesOf(settings));
  const [problems, setProblems] = useState<SettingsProblem[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const text = messages.settings;

  const save = () => {
    const parsed = parseSettings({ ...settings, ...draft, ...switched });
    if ("settings" in parsed) {
      setProblems([]);
      onSave(parsed.settings);
      return;
    }
    setProblems(parsed.problems);
    const first = NAMES.find((name) => parsed.problems.some(({ field }) => field === name));
    if (first) form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  };

  return (
    <form class="kbm-form" ref={form}>
      <h2>{text.form}</h2>
      {NAMES.map((name) => {
        const problem = problems.find(({ field }) => field === name);
        return (
          <SettingField
            key={name}
            name={name}
            label={text.label[name]}
            hint={text.hint[name](LIMITS[name] ?? {})}
            error={problem && text.reason[problem.reason](problem.facts)}
            value={draft[name]}
            required={!OPTIONAL.includes(name)}
            numeric={typeof settings[name] === "number"}
            suggestions={name === "timeZone" ? TIME_ZONES : undefined}
            onInput={(value) => setDraft({ ...draft, [name]: value })}
          />
        );
      })}
      {SWITCHES.map((name) => (
        <SettingSwitch
          key={name}
          name={name}
          label={text.switch[name].label}
          hint={text.switch[name].hint}
          on={switched[name]}
          onSwitch={(on) => setSwitched({ ...switched, [name]: on })}
        />
      ))}
      <datalist id={TIME_ZONES}>
        {timeZoneNames().map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p class="kbm-field-error" role="alert">
        {problems.length > 0 && text.correct(problems.length)}
      </p>
      <div class="kbm-buttons">
        <Button text={text.cancel} onClick={onCancel} />
        <Button main text={text.save} onClick={save} />
      </div>
    </form>
  );
}

function textsOf(settings: Settings): Draft {
  return {
    filePrefix: settings.filePrefix,
    timeZone: settings.timeZone,
    volumeLimitMiB: String(settings.volumeLimitMiB),
    requestsAtOnce: String(settings.requestsAtOnce),
    requestsPerAppAndDay: String(settings.requestsPerAppAndDay),
    drillDays: String(settings.drillDays),
    spacesLeftOut: settings.spacesLeftOut,
  };
}

function switchesOf({ incremental, pluginsAndSpaces, people }: Settings): Record<SwitchName, boolean> {
  return { incremental, pluginsAndSpaces, people };
}
