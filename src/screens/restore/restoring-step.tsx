import { useEffect } from "preact/hooks";
import { warnBeforeLeaving } from "../run/leave-warning";
import { useFocus } from "../run/use-focus";
import type { RestoringMessages } from "../text/restoring/language";
import { Button } from "../ui/button";
import { AwaitedNotice } from "./awaited-notice";
import type { RestoringProgress } from "./restore-desk";

interface RestoringStepProps {
  messages: RestoringMessages;
  /** Of the app, as people see it. */
  name: string;
  progress: RestoringProgress;
  cancelling: boolean;
  onCancel: () => void;
}

/** A restore under way. It ends behind the batch that is written, whenever it is cancelled. */
export function RestoringStep({ messages, name, progress, cancelling, onCancel }: RestoringStepProps) {
  const { restored, restoring, run, page, quantities } = messages;
  const { phase = "comparing", records, requests = 0, detail, waitingFor, lookedFor } = progress;
  const panel = useFocus<HTMLDivElement>(cancelling);
  useEffect(warnBeforeLeaving, []);
  return (
    <div class="kbm-run-panel" ref={panel} tabIndex={-1}>
      <div role="status">
        <p class="kbm-run-phase">{cancelling ? restored.cancelling : restored.phase[phase]}</p>
        <p class="kbm-run-target">{name}</p>
        {!cancelling && <AwaitedNotice messages={messages} waitingFor={waitingFor} lookedFor={lookedFor} />}
      </div>
      {records && records.total > 0 ? (
        <progress aria-label={restoring.progress.label} value={Math.min(1, records.done / records.total)} />
      ) : (
        <progress aria-label={restoring.progress.label} />
      )}
      <p class="kbm-quiet">
        {phase === "securing"
          ? detail
          : [
              ...(records
                ? [`${run.records}: ${run.amount(quantities.number(records.done), quantities.number(records.total))}`]
                : []),
              `${run.requests}: ${quantities.number(requests)}`,
            ].join(" | ")}
      </p>
      <p class="kbm-run-note">{restoring.progress.note}</p>
      <div class="kbm-buttons">
        <Button text={page.cancel} disabled={cancelling} onClick={onCancel} />
      </div>
    </div>
  );
}
