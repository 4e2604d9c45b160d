import { harmlessLine } from "../text/harmless";
import type { RestoringMessages } from "../text/restoring/language";
import type { RestoreNumbers } from "./restore-desk";
import type { RestoreDraft } from "./restore-draft";

interface FieldsChoiceProps {
  numbers: RestoreNumbers;
  draft: RestoreDraft;
  messages: RestoringMessages;
  onChange: (news: Pick<RestoreDraft, "fields">) => void;
}

/** Which of the fields that differ are put back: all, unless one is unticked. */
export function FieldsChoice({ numbers, draft, messages, onChange }: FieldsChoiceProps) {
  const { choices } = messages.restoring;
  const all = numbers.fields.map(({ field }) => field);
  if (all.length === 0) return null;
  const chosen = new Set(draft.fields ?? all);
  const change = (field: string, isOn: boolean) => {
    const next = all.filter((each) => (each === field ? isOn : chosen.has(each)));
    onChange({ fields: next });
  };
  return (
    <details class="kbm-fields">
      <summary>{choices.fields(chosen.size, all.length)}</summary>
      {numbers.fields.map(({ field, records }) => (
        <label key={field}>
          <input
            type="checkbox"
            checked={chosen.has(field)}
            onChange={({ currentTarget }) => change(field, currentTarget.checked)}
          />
          <span>{choices.field(harmlessLine(field), records)}</span>
        </label>
      ))}
    </details>
  );
}
