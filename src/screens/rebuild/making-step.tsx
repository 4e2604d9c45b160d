import { useEffect } from "preact/hooks";
import { AwaitedNotice } from "../restore/awaited-notice";
import { warnBeforeLeaving } from "../run/leave-warning";
import { useFocus } from "../run/use-focus";
import { harmlessLine } from "../text/harmless";
import type { RebuildPageMessages } from "../text/rebuild/page/language";
import { Button } from "../ui/button";
import type { RebuildingProgress } from "./rebuild-desk";

interface MakingStepProps {
  messages: RebuildPageMessages;
  /** Nothing is made: it is only looked. */
  isPlanning: boolean;
  progress: RebuildingProgress;
  cancelling: boolean;
  onCancel: () => void;
}

/** Apps are being made: at which step it is, and with what of it. */
export function MakingStep({ messages, isPlanning, progress, cancelling, onCancel }: MakingStepProps) {
  const { next, run, page, quantities } = messages;
  const { making, planning } = next;
  const { step = planning, at, amount, records, requests, waitingFor, lookedFor } = progress;
  const panel = useFocus<HTMLDivElement>(cancelling);
  useEffect(() => (isPlanning ? undefined : warnBeforeLeaving()), [isPlanning]);
  const told = amount && run.amount(quantities.number(amount.done), quantities.number(amount.total));
  return (
    <div class="kbm-run-panel" ref={panel} tabIndex={-1}>
      <div role="status">
        <p class="kbm-run-phase">{cancelling ? making.cancelling : step}</p>
        {records !== undefined && <p class="kbm-run-target">{harmlessLine(records)}</p>}
        {!cancelling && <AwaitedNotice messages={messages} waitingFor={waitingFor} lookedFor={lookedFor} />}
      </div>
      {at ? (
        <progress aria-label={making.label} value={at.step - 1} max={at.of} />
      ) : (
        <progress aria-label={making.label} />
      )}
      <p class="kbm-quiet">
        {[
          ...(at ? [making.at(at.step, at.of)] : []),
          ...(told === undefined ? [] : [records === undefined ? making.apps(told) : `${run.records}: ${told}`]),
          ...(requests === undefined ? [] : [`${run.requests}: ${quantities.number(requests)}`]),
        ].join(" | ")}
      </p>
      {!isPlanning && <p class="kbm-run-note">{making.note}</p>}
      <div class="kbm-buttons">
        <Button text={page.cancel} disabled={cancelling} onClick={onCancel} />
      </div>
    </div>
  );
}
