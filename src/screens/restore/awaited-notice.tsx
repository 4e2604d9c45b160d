import { WaitingNotice } from "../run/progress-panel";
import type { RestoringMessages } from "../text/restoring/language";
import type { Messages } from "../text/run/messages";
import type { RestoringProgress } from "./restore-desk";

interface AwaitedNoticeProps extends Pick<RestoringProgress, "waitingFor" | "lookedFor"> {
  messages: Messages & Pick<RestoringMessages, "restored">;
}

/** Why nothing goes on: kintone, the network or a log-in is waited for, or a batch whose answer was lost is looked for. */
export function AwaitedNotice({ messages, waitingFor, lookedFor }: AwaitedNoticeProps) {
  const { run, restored, quantities } = messages;
  if (waitingFor) {
    return (
      <>
        <p>{run.waitingFor[waitingFor].title}</p>
        <WaitingNotice waitingFor={waitingFor} messages={messages} />
      </>
    );
  }
  if (!lookedFor) return null;
  return (
    <>
      <p>{restored.lookedFor.title(lookedFor.records)}</p>
      <div class="kbm-notice kbm-notice-warning">
        <p>{restored.lookedFor.note(quantities.moment(lookedFor.until) ?? "")}</p>
      </div>
    </>
  );
}
