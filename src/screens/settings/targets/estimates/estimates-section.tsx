import { useState } from "preact/hooks";
import { REQUESTS_PER_APP_AND_DAY } from "../../../../domain/requests";
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
}

/** What a run will take, asked for when somebody wants to know. */
export function EstimatesSection({ desk, messages, targets }: EstimatesSectionProps) {
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
          {estimates.kind !== "none" && <Found estimates={estimates} messages={messages} />}
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

function Found({ estimates, messages }: { estimates: Estimates; messages: AdminMessages }) {
  const text = messages.settings.estimates;
  const above = [...estimates.results.values()].filter(
    (result) => result.kind === "estimated" && result.estimate.requests > REQUESTS_PER_APP_AND_DAY,
  ).length;
  return (
    <>
      {above > 0 && <p class="kbm-notice kbm-notice-warning">{text.above(above, REQUESTS_PER_APP_AND_DAY)}</p>}
      <EstimatesTable estimates={estimates} messages={messages} />
      <ul class="kbm-quiet">
        {text.notes(REQUESTS_PER_APP_AND_DAY).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}
