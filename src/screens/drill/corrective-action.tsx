import { useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../domain/errors";
import type { DrillingMessages } from "../text/drilling/language";
import { describeProblem } from "../text/run/problem-sentence";
import type { DrillDesk } from "./drill-desk";

interface CorrectiveActionProps {
  messages: DrillingMessages;
  desk: Pick<DrillDesk, "saveAction">;
  /** `$id` of the drill's record. */
  recordId: string;
}

/** Asks what is done about a drill that did not pass. Whoever does not know yet writes it into the record later. */
export function CorrectiveAction({ messages, desk, recordId }: CorrectiveActionProps) {
  const { action } = messages.drilling;
  const [text, setText] = useState("");
  const [state, setState] = useState<"open" | "saving" | "saved">("open");
  const [error, setError] = useState<BackupError>();

  async function save() {
    setState("saving");
    setError(undefined);
    await desk.saveAction(recordId, text.trim()).then(
      () => setState("saved"),
      (thrown: unknown) => {
        setState("open");
        setError(toBackupError(thrown));
      },
    );
  }

  return (
    <section>
      <label class="kbm-reason">
        <b>{action.heading}</b>
        <span>{action.asked}</span>
        <textarea
          rows={3}
          value={text}
          readOnly={state !== "open"}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <p role="status" class="kbm-quiet">
        {state === "saving" && action.saving}
        {state === "saved" && action.saved}
      </p>
      {error && (
        <p class="kbm-notice kbm-notice-error" role="alert">
          {describeProblem(messages, { error })}
        </p>
      )}
      {state !== "saved" && (
        <p>
          <button
            type="button"
            class="kbm-button-small"
            disabled={state === "saving" || text.trim() === ""}
            onClick={save}
          >
            {action.save}
          </button>
        </p>
      )}
    </section>
  );
}
