import { useFocus } from "../run/use-focus";
import type { RestoringMessages } from "../text/restoring/language";
import { Button } from "../ui/button";
import type { NotSecuredRestore } from "./restore-desk";

interface NotSecuredStepProps extends NotSecuredRestore {
  messages: RestoringMessages;
  onClose: () => void;
}

/** Nothing was written: what the backup before the restore lacks, nobody could get back. */
export function NotSecuredStep({ messages, lacking, onClose }: NotSecuredStepProps) {
  const notice = useFocus<HTMLDivElement>();
  return (
    <div class="kbm-run-panel">
      <div class="kbm-notice kbm-notice-error" role="alert" tabIndex={-1} ref={notice}>
        <p>{messages.restored.notSecured}</p>
        <ul>
          {lacking.map((line, at) => (
            <li key={at}>{line}</li>
          ))}
        </ul>
      </div>
      <div class="kbm-buttons">
        <Button main text={messages.run.close} onClick={onClose} />
      </div>
    </div>
  );
}
