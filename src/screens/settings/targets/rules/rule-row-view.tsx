import { useState } from "preact/hooks";
import type { Choices } from "../../../../history/targets/target-choices";
import type { AdminMessages } from "../../../text/settings/language";
import { PartsChoice } from "../parts-choice";
import { type TargetRow, isUnsaved, nameOf } from "../targets-state";
import { ListField } from "./list-field";

interface RuleRowViewProps {
  row: TargetRow;
  messages: AdminMessages;
  onChoose: (choices: Choices) => void;
}

/** One rule: what is chosen holds for each of its apps. */
export function RuleRowView({ row, messages, onChoose }: RuleRowViewProps) {
  const [open, setOpen] = useState(false);
  const { rules: text, state } = messages.settings.targets;
  const { target } = row.stored;
  const { choices } = row;
  const id = `kbm-rule-${target.recordId}`;
  const called = target.rule ? messages.asked.rule(target.rule) : text.incomplete;
  const lists = [
    { field: "exceptions", values: choices.exceptions ?? [] },
    { field: "excludedFields", values: choices.excludedFields },
    { field: "includedIdentifiers", values: choices.includedIdentifiers },
  ] as const;
  return (
    <li>
      <details class="kbm-target" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="kbm-target-name">{nameOf(row) || called}</span>{" "}
          {nameOf(row) && nameOf(row) !== called && <span class="kbm-quiet">{called}</span>}{" "}
          <span class="kbm-target-state">{[text.state, ...(isUnsaved(row) ? [state.unsaved] : [])].join(" · ")}</span>
        </summary>
        {open && (
          <div class="kbm-target-choices">
            <p>{text.hint}</p>
            <PartsChoice id={id} budget={undefined} {...{ row, messages, onChoose }} />
            {lists.map(({ field, values }) => (
              <ListField
                key={field}
                id={`${id}-${field}`}
                {...text.list[field]}
                values={values}
                onChange={(written) => onChoose({ ...choices, [field]: written })}
              />
            ))}
          </div>
        )}
      </details>
    </li>
  );
}
