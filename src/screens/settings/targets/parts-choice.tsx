import { REQUESTS_PER_APP_AND_DAY } from "../../../domain/requests";
import { type Part, PARTS } from "../../../domain/target";
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

/** What of the app to back up, with what comments cost. */
export function PartsChoice({ id, row, details, messages, onChoose }: ChoiceProps & { id: string }) {
  const { parts: text } = messages.settings.targets;
  const { include } = row.choices;
  const choose = (part: Part, wanted: boolean) => {
    const chosen = { ...include, [part]: wanted };
    // Without records a run reads neither: what is not backed up is not shown, and not kept, as chosen.
    if (!chosen.records) Object.assign(chosen, { attachments: false, comments: false });
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
              disabled={!include.records && (part === "attachments" || part === "comments")}
              aria-describedby={`${id}-${part}`}
              onChange={(event) => choose(part, event.currentTarget.checked)}
            />{" "}
            {text.part[part]}
          </label>
          <div class="kbm-option-hint" id={`${id}-${part}`}>
            {part === "comments" ? (
              <CommentsCost wanted={include.comments} details={details} messages={messages} />
            ) : (
              <p>{text.hint[part]}</p>
            )}
          </div>
        </div>
      ))}
      {!include.records && <p>{text.withoutRecords}</p>}
      <p class="kbm-field-error" role="alert" id={`${id}-parts-error`}>
        {isEmpty(row) && text.atLeastOne}
      </p>
    </fieldset>
  );
}

interface CommentsCostProps {
  wanted: boolean;
  details: TargetDetails;
  messages: AdminMessages;
}

function CommentsCost({ wanted, details, messages }: CommentsCostProps) {
  const { parts: text } = messages.settings.targets;
  if (!details.commentsEnabled) return <p>{text.commentsOff}</p>;
  const requests = commentRequests(details.records);
  return (
    <>
      <p>{text.cost(requests)}</p>
      {wanted && requests > REQUESTS_PER_APP_AND_DAY && (
        <p class="kbm-notice kbm-notice-warning">{text.aboveGuideline(REQUESTS_PER_APP_AND_DAY)}</p>
      )}
    </>
  );
}
