import type { BackupError } from "../../../domain/errors";
import { describeProblem } from "../../text/run/problem-sentence";
import type { AdminMessages } from "../../text/settings/language";

/** Targets were changed, and nothing of it is told to auditors: why, and where it can still be seen. */
export function Unrecorded({ error, messages }: { error: BackupError | undefined; messages: AdminMessages }) {
  if (!error) return null;
  const { notRecorded } = messages.targetChanges;
  return (
    <div class="kbm-notice kbm-notice-warning" role="alert">
      <p>{notRecorded.title}</p>
      <p>{notRecorded.saved(describeProblem(messages, { error }))}</p>
    </div>
  );
}
