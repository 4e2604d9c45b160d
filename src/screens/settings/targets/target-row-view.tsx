import { useEffect, useState } from "preact/hooks";
import type { Choices } from "../../../history/targets/target-choices";
import { describeProblem } from "../../text/run/problem-sentence";
import type { AdminMessages } from "../../text/settings/language";
import { Button } from "../../ui/button";
import { AcceptanceChoice } from "./acceptance-choice";
import { FieldsChoice } from "./fields-choice";
import { IdentifiersChoice } from "./identifiers-choice";
import { PartsChoice } from "./parts-choice";
import { type TargetRow, countUndecided, isUnsaved, nameOf } from "./targets-state";

interface TargetRowViewProps {
  row: TargetRow;
  messages: AdminMessages;
  /** Login name of whoever chooses. */
  userCode: string;
  /** Requests that backups may make of an app in a day; unknown at first. */
  budget: number | undefined;
  /** The details are wanted, and nobody is reading them. */
  onLook: () => void;
  onChoose: (choices: Choices) => void;
}

/** One target: its name and state, and, once opened, all that can be chosen. */
export function TargetRowView({ row, messages, userCode, budget, onLook, onChoose }: TargetRowViewProps) {
  const [open, setOpen] = useState(false);
  const { details } = row;
  const wanted = open && details.kind === "unread";
  useEffect(() => {
    if (wanted) onLook();
  }, [wanted]);

  const { appId, guestSpaceId } = row.stored.target;
  const undecided = countUndecided(row);
  return (
    <li>
      <details class="kbm-target" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="kbm-target-name">{nameOf(row)}</span>{" "}
          {appId && <span class="kbm-quiet">{messages.run.appId(appId, guestSpaceId)}</span>}{" "}
          <span class={undecided > 0 ? "kbm-target-state kbm-target-undecided" : "kbm-target-state"}>
            {statesOf(row, messages).join(" · ")}
          </span>
        </summary>
        {open && (
          <div class="kbm-target-choices">
            <MissingFields row={row} messages={messages} />
            {(details.kind === "unread" || details.kind === "reading") && (
              <p role="status">{messages.settings.targets.state.reading}</p>
            )}
            {details.kind === "failed" && (
              <div class="kbm-notice kbm-notice-error" role="alert">
                <p>{messages.settings.targets.detailsUnreadable}</p>
                <p>{describeProblem(messages, details)}</p>
                <Button text={messages.settings.targets.readAgain} onClick={onLook} />
              </div>
            )}
            {details.kind === "read" && (
              <>
                <p>{messages.settings.targets.records(details.details.records)}</p>
                <PartsChoice
                  id={`kbm-target-${appId}`}
                  row={row}
                  details={details.details}
                  {...{ messages, budget, onChoose }}
                />
                <IdentifiersChoice
                  id={`kbm-target-${appId}`}
                  {...{ row, messages, onChoose }}
                  details={details.details}
                />
                <FieldsChoice {...{ row, messages, onChoose }} details={details.details} />
                <AcceptanceChoice
                  id={`kbm-target-${appId}`}
                  {...{ row, messages, onChoose, userCode }}
                  details={details.details}
                />
              </>
            )}
          </div>
        )}
      </details>
    </li>
  );
}

function MissingFields({ row, messages }: { row: TargetRow; messages: AdminMessages }) {
  const { missingFields } = row.stored;
  if (missingFields.length === 0) return null;
  return <p class="kbm-notice kbm-notice-warning">{messages.settings.targets.fieldsMissing(missingFields)}</p>;
}

function statesOf(row: TargetRow, messages: AdminMessages): string[] {
  const { state } = messages.settings.targets;
  const unsaved = isUnsaved(row) ? [state.unsaved] : [];
  if (row.details.kind !== "read") return [state[row.details.kind], ...unsaved];
  const undecided = countUndecided(row);
  return [undecided > 0 ? state.undecided(undecided) : state.decided, ...unsaved];
}
