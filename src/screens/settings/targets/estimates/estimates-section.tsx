import { useState } from "preact/hooks";
import type { Target } from "../../../../domain/target";
import type { AdminMessages } from "../../../text/settings/language";
import { Button } from "../../../ui/button";
import type { EstimatesDesk } from "./estimate-desk";
import { EstimatesTable } from "./estimates-table";
import { type Estimates, useEstimates } from "./use-estimates";

interface EstimatesSectionProps {
  desk: EstimatesDesk;
  messages: AdminMessages;
  /** With the choices as they are on the screen, saved or not. */
  targets: readonly Target[];
  /** Requests that backups may make of an app in a day; unknown at first. */
  budget: number | undefined;
}

/** What a run will take, asked for when somebody wants to know. */
export function EstimatesSection({ desk, messages, targets, budget }: EstimatesSectionProps) {
  const text = messages.settings.estimates;
  const [estimates, actions] = useEstimates(desk);
  const [open, setOpen] = useState(false);
  const isUnderWay = estimates.kind === "under-way";
  return (
    <details class="kbm-way" lang={text.locale} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.title}</summary>
      {open && (
        <div class="kbm-target-choices">
          <p>{text.introduction}</p>
          {/* One button, so that whoever pressed it keeps the focus. */}
          <div>
            <Button
              text={isUnderWay ? text.cancel : text.button(targets.length)}
              onClick={() => (isUnderWay ? actions.cancel() : actions.begin(targets))}
            />
          </div>
          <div role="status">{news(estimates, messages)}</div>
          {estimates.kind !== "none" && <Found {...{ estimates, messages, budget }} />}
        </div>
      )}
    </details>
  );
}

function news({ kind, targets, results }: Estimates, messages: AdminMessages) {
  const text = messages.settings.estimates;
  const done = [...results.values()].filter((result) => result.kind === "estimated" || result.kind === "failed").length;
  if (kind === "under-way") return <p>{text.progress(done, targets.length)}</p>;
  if (kind === "none") return null;
  return <p>{kind === "done" ? text.done : text.cancelled}</p>;
}

interface FoundProps extends Pick<EstimatesSectionProps, "messages" | "budget"> {
  estimates: Estimates;
}

function Found({ estimates, messages, budget }: FoundProps) {
  const text = messages.settings.estimates;
  const above = [...estimates.results.values()].filter(
    (result) => result.kind === "estimated" && budget !== undefined && result.estimate.requests > budget,
  ).length;
  return (
    <>
      {budget !== undefined && above > 0 && <p class="kbm-notice kbm-notice-warning">{text.above(above, budget)}</p>}
      <EstimatesTable estimates={estimates} messages={messages} budget={budget} />
      <ul class="kbm-quiet">
        {[...(budget === undefined ? [] : [text.share.note(budget)]), ...text.notes].map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}
