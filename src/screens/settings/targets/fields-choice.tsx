import { type ChoosableField, choosableFields, countLeftOut } from "./choosable-fields";
import { derivedIn, leaveOut, unknownIn } from "./decisions";
import type { ChoiceProps } from "./parts-choice";

/** The other fields, any of which can be left out. */
export function FieldsChoice(choice: ChoiceProps) {
  const { row, details, messages, onChoose } = choice;
  const { fields: text } = messages.settings.targets;
  const derived = new Set(derivedIn(details, row.choices));
  return (
    <details class="kbm-choice">
      <summary>{text.title(countLeftOut(details, row.choices))}</summary>
      <fieldset class="kbm-field-list">
        <legend>{text.hint}</legend>
        <FieldList fields={choosableFields(details)} derived={derived} {...choice} />
        {/* Those that are stored: one that is taken back by mistake can be named again until the choices are saved. */}
        {unknownIn(details, row.stored.target).map((code) => (
          <label key={code} class="kbm-option">
            <input
              type="checkbox"
              checked={row.choices.excludedFields.includes(code)}
              onChange={(event) => onChoose(leaveOut(row.choices, code, event.currentTarget.checked))}
            />{" "}
            {code} <span class="kbm-option-hint">{text.unknown}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

interface FieldListProps extends ChoiceProps {
  fields: readonly ChoosableField[];
  derived: ReadonlySet<string>;
  /** The table that they are in is left out. */
  withTable?: boolean;
}

function FieldList({ fields, withTable = false, ...rest }: FieldListProps) {
  const { row, derived, messages, onChoose } = rest;
  const { fields: text } = messages.settings.targets;
  return (
    <ul>
      {fields.map(({ code, label, inner }) => {
        const named = text.named(label, code);
        const chosen = row.choices.excludedFields.includes(code);
        const because = !withTable && !chosen && derived.has(code) && text.derived;
        return (
          <li key={code}>
            <label class="kbm-option">
              <input
                type="checkbox"
                checked={chosen || withTable || because !== false}
                disabled={withTable || because !== false}
                onChange={(event) => onChoose(leaveOut(row.choices, code, event.currentTarget.checked))}
              />{" "}
              {inner ? text.wholeTable(named) : named}
              {(withTable || because) && <span class="kbm-option-hint"> {withTable ? text.withTable : because}</span>}
            </label>
            {inner && <FieldList {...rest} fields={inner} withTable={chosen} />}
          </li>
        );
      })}
    </ul>
  );
}
