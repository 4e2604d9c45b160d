import { useState } from "preact/hooks";

interface ListFieldProps {
  id: string;
  label: string;
  hint: string;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}

/** Several values to be written, one per line. What is written stays as it is, empty lines too, while somebody writes. */
export function ListField({ id, label, hint, values, onChange }: ListFieldProps) {
  const [written, setWritten] = useState(() => values.join("\n"));
  const isShown = linesOf(written).join("\n") === values.join("\n");
  return (
    <div class="kbm-field">
      <label for={id}>{label}</label>
      <p class="kbm-quiet" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        class="kbm-input"
        rows={3}
        spellcheck={false}
        aria-describedby={`${id}-hint`}
        // Somebody else's values may have come meanwhile.
        value={isShown ? written : values.join("\n")}
        onInput={({ currentTarget: { value } }) => {
          setWritten(value);
          onChange(linesOf(value));
        }}
      />
    </div>
  );
}

function linesOf(text: string): string[] {
  return text.split("\n").flatMap((line) => line.trim() || []);
}
