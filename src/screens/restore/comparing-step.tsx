import { useFocus } from "../run/use-focus";
import type { RestoringMessages } from "../text/restoring/language";
import { Button } from "../ui/button";
import { AwaitedNotice } from "./awaited-notice";
import type { ArchivedApp, ComparisonProgress } from "./restore-desk";

interface ComparingStepProps {
  messages: RestoringMessages;
  app: ArchivedApp;
  progress: Partial<ComparisonProgress>;
  cancelling: boolean;
  onCancel: () => void;
}

/** How far the comparison is, and the one thing that can be done about it. */
export function ComparingStep({ messages, app, progress, cancelling, onCancel }: ComparingStepProps) {
  const { restore, restoring, run, page, quantities } = messages;
  const panel = useFocus<HTMLDivElement>(cancelling);
  const { done = 0, total = app.records, waitingFor } = progress;
  return (
    <div class="kbm-run-panel" ref={panel} tabIndex={-1}>
      <div role="status">
        <p class="kbm-run-phase">{cancelling ? restore.cancelling : restore.comparing(app.name)}</p>
        {!cancelling && <AwaitedNotice messages={messages} waitingFor={waitingFor} />}
      </div>
      <progress aria-label={restoring.comparing.progress} value={total > 0 ? Math.min(1, done / total) : 0} />
      <p class="kbm-quiet">
        {restoring.comparing.progress}: {run.amount(quantities.number(done), quantities.number(total))}
      </p>
      <p class="kbm-run-note">{restoring.comparing.note}</p>
      <div class="kbm-buttons">
        <Button text={page.cancel} disabled={cancelling} onClick={onCancel} />
      </div>
    </div>
  );
}
