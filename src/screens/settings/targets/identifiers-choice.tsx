import type { SuspectedIdentifier } from "../../../backup/left-out/identifiers/suspected-identifiers";
import { type Decision, decide, decisionOn, goesWithTable } from "./decisions";
import type { ChoiceProps } from "./parts-choice";
import type { TargetDetails } from "./target-details";

const DECISIONS: readonly Decision[] = ["leave-out", "back-up", "undecided"];

/** The fields that look like personal identifiers, each to be decided on. */
export function IdentifiersChoice({ id, ...choice }: ChoiceProps & { id: string }) {
  const { details, messages } = choice;
  const { identifiers: text } = messages.settings.targets;
  const { suspects } = details;
  return (
    <div class="kbm-choice">
      <h3>{text.title}</h3>
      {suspects.length === 0 ? <p>{text.none(details.sample)}</p> : <p class="kbm-option-hint">{text.hint}</p>}
      {suspects.map((suspect, index) => (
        <IdentifierChoice key={suspect.field} id={`${id}-identifier-${index}`} suspect={suspect} {...choice} />
      ))}
    </div>
  );
}

interface IdentifierChoiceProps extends ChoiceProps {
  id: string;
  suspect: SuspectedIdentifier;
}

function IdentifierChoice({ id, suspect, row, details, messages, onChoose }: IdentifierChoiceProps) {
  const { identifiers: text, fields } = messages.settings.targets;
  const { field, label, table, kind, evidence } = suspect;
  const named = fields.named(label, field);
  const withTable = goesWithTable(table, row.choices);
  const decision = withTable ? "leave-out" : decisionOn(suspect, row.choices);
  return (
    <fieldset class="kbm-identifier" aria-describedby={`${id}-why`}>
      <legend>
        {table === undefined ? named : fields.inTable(named, labelOf(table, details))}
        {decision === "undecided" && <strong class="kbm-target-undecided"> {text.undecided}</strong>}
      </legend>
      <p class="kbm-option-hint" id={`${id}-why`}>
        {text.evidence[evidence](text.kind[kind])}
        {withTable && table !== undefined && ` ${text.withTable(labelOf(table, details))}`}
      </p>
      {DECISIONS.map((each) => (
        <label key={each} class="kbm-option">
          <input
            type="radio"
            name={id}
            checked={decision === each}
            disabled={withTable}
            onChange={() => onChoose(decide(row.choices, field, each))}
          />{" "}
          {text.decision[each]}
        </label>
      ))}
    </fieldset>
  );
}

function labelOf(code: string, { form }: TargetDetails): string {
  return Object.hasOwn(form.properties, code) ? (form.properties[code]?.label ?? code) : code;
}
