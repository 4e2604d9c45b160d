import type { WrittenSettingName } from "../../settings/settings";

interface SettingFieldProps {
  name: WrittenSettingName;
  label: string;
  hint: string;
  error: string | undefined;
  value: string;
  required: boolean;
  numeric: boolean;
  /** Id of a `datalist`. */
  suggestions: string | undefined;
  onInput: (value: string) => void;
}

/** One setting. Plain inputs: kintone UI Component's fields tie no hint to the input. */
export function SettingField({
  name,
  label,
  hint,
  error,
  value,
  required,
  numeric,
  suggestions,
  onInput,
}: SettingFieldProps) {
  const id = `kbm-setting-${name}`;
  return (
    <div class="kbm-field">
      <label for={id}>{label}</label>
      <p class="kbm-quiet" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        name={name}
        class={numeric ? "kbm-input kbm-input-number" : "kbm-input"}
        type="text"
        autoComplete="off"
        spellcheck={false}
        inputMode={numeric ? "numeric" : "text"}
        {...(suggestions !== undefined && { list: suggestions })}
        value={value}
        required={required}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p class="kbm-field-error" id={`${id}-error`}>
        {error}
      </p>
    </div>
  );
}
