import type { SwitchName } from "../../settings/settings";

interface SettingSwitchProps {
  name: SwitchName;
  label: string;
  hint: string;
  on: boolean;
  onSwitch: (on: boolean) => void;
}

/** A setting that is on or off. */
export function SettingSwitch({ name, label, hint, on, onSwitch }: SettingSwitchProps) {
  const id = `kbm-setting-${name}-hint`;
  return (
    <div class="kbm-field">
      <label>
        <input
          name={name}
          type="checkbox"
          checked={on}
          aria-describedby={id}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />{" "}
        {label}
      </label>
      <p class="kbm-quiet" id={id}>
        {hint}
      </p>
    </div>
  );
}
