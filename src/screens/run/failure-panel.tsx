import type { BackupError } from "../../domain/errors";
import type { Messages } from "../text/run/messages";
import { describeProblem } from "../text/run/problem-sentence";
import { Button } from "../ui/button";
import { useFocus } from "./use-focus";

interface FailurePanelProps {
  /** Or why, in words. */
  error: BackupError | string;
  messages: Messages;
  onClose: () => void;
  /** What could not be done: a run, when absent. */
  heading?: string;
}

/** What ended without an outcome. */
export function FailurePanel({ error, messages, onClose, heading }: FailurePanelProps) {
  const place = useFocus<HTMLHeadingElement>();
  return (
    <div class="kbm-run-panel">
      <h2 class="kbm-run-heading" ref={place} tabIndex={-1}>
        {heading ?? messages.run.failedToRun}
      </h2>
      <p class="kbm-notice kbm-notice-error" role="alert">
        {typeof error === "string" ? error : describeProblem(messages, { error })}
      </p>
      <div class="kbm-buttons">
        <Button text={messages.run.close} onClick={onClose} />
      </div>
    </div>
  );
}
