import { AwaitedNotice } from "../restore/awaited-notice";
import { useFocus } from "../run/use-focus";
import type { DrillingMessages } from "../text/drilling/language";
import { Button } from "../ui/button";
import type { ForeseeingProgress } from "./drill-desk";
import type { DrillDraft } from "./drill-draft";

interface ForeseeingStepProps {
  messages: DrillingMessages;
  draft: DrillDraft;
  progress: Partial<ForeseeingProgress>;
  cancelling: boolean;
  onCancel: () => void;
}

/** The archive is read for what would be restored, and kintone asked for the scratch apps. */
export function ForeseeingStep({ messages, draft, progress, cancelling, onCancel }: ForeseeingStepProps) {
  const { drilling, restoring, page } = messages;
  const panel = useFocus<HTMLDivElement>(cancelling);
  const { done = 0, waitingFor } = progress;
  return (
    <div class="kbm-run-panel" ref={panel} tabIndex={-1}>
      <div role="status">
        <p class="kbm-run-phase">{cancelling ? messages.restore.cancelling : drilling.foreseeing}</p>
        {!cancelling && <AwaitedNotice messages={messages} waitingFor={waitingFor} />}
      </div>
      <progress aria-label={drilling.foreseeing} value={done / draft.folders.length} />
      <p class="kbm-run-note">{restoring.comparing.note}</p>
      <div class="kbm-buttons">
        <Button text={page.cancel} disabled={cancelling} onClick={onCancel} />
      </div>
    </div>
  );
}
