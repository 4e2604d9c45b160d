interface ModeChoiceProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  text: string;
  note: string;
}

/** One of the things that can be done, and what it means. */
export function ModeChoice({ isOn, onChange, text, note }: ModeChoiceProps) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      <span>
        {text}
        <span class="kbm-quiet">{note}</span>
      </span>
    </label>
  );
}
