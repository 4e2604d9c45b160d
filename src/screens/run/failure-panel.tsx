import type { BackupError } from "../../domain/errors";
import type { Messages } from "../text/run/messages";
import { describeProblem } from "../text/run/problem-sentence";
import { Button } from "../ui/button";
import { useFocus } from "./use-focus";

interface FailurePanelProps {
  error: BackupError;
  messages: Messages;
  onClose: () => void;
}

/** A run that ended without an outcome. */
export function FailurePanel({ error, messages, onClose }: FailurePanelProps) {
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <div class="kbm-run-panel">
      <h2 class="kbm-run-heading" ref={heading} tabIndex={-1}>
        {messages.run.failedToRun}
      </h2>
      <p class="kbm-notice kbm-notice-error" role="alert">
        {describeProblem(messages, { error })}
      </p>
      <div class="kbm-buttons">
        <Button text={messages.run.close} onClick={onClose} />
      </div>
    </div>
  );
}
