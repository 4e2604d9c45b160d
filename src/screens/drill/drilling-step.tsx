import { useEffect } from "preact/hooks";
import { nameOf } from "../restore/app-names";
import { AwaitedNotice } from "../restore/awaited-notice";
import type { ArchivedApp } from "../restore/restore-desk";
import { warnBeforeLeaving } from "../run/leave-warning";
import { useFocus } from "../run/use-focus";
import type { DrillingMessages } from "../text/drilling/language";
import { Button } from "../ui/button";
import type { DrillingProgress } from "./drill-desk";

interface DrillingStepProps {
  messages: DrillingMessages;
  app: ArchivedApp;
  /** Which one it is of how many, from 0. */
  at: number;
  of: number;
  progress: DrillingProgress;
  cancelling: boolean;
  onCancel: () => void;
}

/** A drill under way. Cancelled, it ends behind the batch that is written. */
export function DrillingStep({ messages, app, at, of, progress, cancelling, onCancel }: DrillingStepProps) {
  const { drill, drilling, run, page, quantities } = messages;
  const { phase = "choosing", records, requests = 0, waitingFor } = progress;
  const panel = useFocus<HTMLDivElement>(cancelling);
  useEffect(warnBeforeLeaving, []);
  return (
    <div class="kbm-run-panel" ref={panel} tabIndex={-1}>
      <div role="status">
        <p class="kbm-run-phase">{cancelling ? drill.cancelling : drill.phase[phase]}</p>
        <p class="kbm-run-target">
          {of === 1 ? nameOf(app, messages) : drilling.ofApps(at + 1, of, nameOf(app, messages))}
        </p>
        {!cancelling && <AwaitedNotice messages={messages} waitingFor={waitingFor} />}
      </div>
      {records && records.total > 0 ? (
        <progress aria-label={drilling.progress} value={Math.min(1, records.done / records.total)} />
      ) : (
        <progress aria-label={drilling.progress} />
      )}
      <p class="kbm-quiet">
        {[
          ...(records
            ? [`${run.records}: ${run.amount(quantities.number(records.done), quantities.number(records.total))}`]
            : []),
          `${run.requests}: ${quantities.number(requests)}`,
        ].join(" | ")}
      </p>
      <p class="kbm-run-note">{drilling.note}</p>
      <div class="kbm-buttons">
        <Button text={page.cancel} disabled={cancelling} onClick={onCancel} />
      </div>
    </div>
  );
}
