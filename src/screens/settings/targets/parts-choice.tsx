import { PARTS, type Part } from "../../../domain/target";
import type { Choices } from "../../../history/targets/target-choices";
import type { AdminMessages } from "../../text/settings/language";
import { commentRequests } from "./comments-cost";
import type { TargetDetails } from "./target-details";
import { type TargetRow, isEmpty } from "./targets-state";

export interface ChoiceProps {
  row: TargetRow;
  details: TargetDetails;
  messages: AdminMessages;
  onChoose: (choices: Choices) => void;
}

/** Parts that are nothing without another. */
const NEEDS: Partial<Record<Part, Part>> = { attachments: "records", comments: "records", administration: "settings" };

function isOutOfReach(part: Part, include: Readonly<Record<Part, boolean>>): boolean {
  const needed = NEEDS[part];
  return needed !== undefined && !include[needed];
}

interface PartsChoiceProps extends Omit<ChoiceProps, "details"> {
  /** Absent for the apps of a rule, which have nothing in common. */
  details?: TargetDetails;
  id: string;
  /** Requests that backups may make of an app in a day; unknown at first. */
  budget: number | undefined;
}

/** What of the app to back up, with what comments cost. */
export function PartsChoice({ id, row, details, messages, budget, onChoose }: PartsChoiceProps) {
  const { parts: text } = messages.settings.targets;
  const { include } = row.choices;
  const choose = (part: Part, wanted: boolean) => {
    const chosen = { ...include, [part]: wanted };
    // Without records a run reads neither: what is not backed up is not shown, and not kept, as chosen.
    if (!chosen.records) Object.assign(chosen, { attachments: false, comments: false });
    // Those for administrators are more of the same.
    if (!chosen.settings) Object.assign(chosen, { administration: false });
    onChoose({ ...row.choices, include: chosen });
  };
  return (
    <fieldset class="kbm-choice" aria-describedby={`${id}-parts-error`}>
      <legend>{text.title}</legend>
      {PARTS.map((part) => (
        <div key={part} class="kbm-option">
          <label>
            <input
              type="checkbox"
              checked={include[part]}
              disabled={isOutOfReach(part, include)}
              aria-describedby={`${id}-${part}`}
              onChange={(event) => choose(part, event.currentTarget.checked)}
            />{" "}
            {text.part[part]}
          </label>
          <div class="kbm-option-hint" id={`${id}-${part}`}>
            {part === "comments" ? (
              details ? (
                <CommentsCost wanted={include.comments} {...{ details, messages, budget }} />
              ) : (
                <p>{text.costEach}</p>
              )
            ) : (
              <p>{text.hint[part]}</p>
            )}
          </div>
        </div>
      ))}
      <div class="kbm-option">
        <label>
          <input
            type="checkbox"
            checked={include.administration && !row.choices.withoutPluginConfigurations}
            disabled={!include.administration}
            aria-describedby={`${id}-plugin-configurations`}
            onChange={({ currentTarget: { checked } }) =>
              onChoose({ ...row.choices, withoutPluginConfigurations: !checked })
            }
          />{" "}
          {text.pluginConfigurations}
        </label>
        <div class="kbm-option-hint" id={`${id}-plugin-configurations`}>
          <p>{text.pluginConfigurationsHint}</p>
        </div>
      </div>
      {!include.records && <p>{text.withoutRecords}</p>}
      <p class="kbm-field-error" role="alert" id={`${id}-parts-error`}>
        {isEmpty(row) && text.atLeastOne}
      </p>
    </fieldset>
  );
}

interface CommentsCostProps extends Pick<PartsChoiceProps, "messages" | "budget"> {
  details: TargetDetails;
  wanted: boolean;
}

function CommentsCost({ wanted, details, messages, budget }: CommentsCostProps) {
  const { parts: text } = messages.settings.targets;
  if (!details.commentsEnabled) return <p>{text.commentsOff}</p>;
  const requests = commentRequests(details.records);
  return (
    <>
      <p>{text.cost(requests)}</p>
      {wanted && budget !== undefined && requests > budget && (
        <p class="kbm-notice kbm-notice-warning">{text.aboveBudget(budget)}</p>
      )}
    </>
  );
}
