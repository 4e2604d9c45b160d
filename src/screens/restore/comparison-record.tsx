import { useEffect, useRef, useState } from "preact/hooks";
import { type BackupError, toBackupError } from "../../domain/errors";
import type { RestoringMessages } from "../text/restoring/language";
import { describeProblem } from "../text/run/problem-sentence";
import type { RestoreDesk } from "./restore-desk";

interface ComparisonRecordProps {
  messages: RestoringMessages;
  desk: Pick<RestoreDesk, "record" | "urlOf" | "management">;
  /** Of the archive. */
  digest: string;
}

type State =
  { kind: "asked" | "under-way" } | { kind: "recorded"; id: string } | { kind: "failed"; error: BackupError };

/** Whoever compares only to see that nothing differs, an auditor say, can leave that in the history. */
export function ComparisonRecord({ messages, desk, digest }: ComparisonRecordProps) {
  const { recording } = messages.restoring;
  const [reason, setReason] = useState("");
  const [state, setState] = useState<State>({ kind: "asked" });
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);
  const record = async () => {
    const { signal } = leaving.current;
    setState({ kind: "under-way" });
    const told = await desk.record({ reason: reason.trim(), digest }, { signal, report: () => undefined }).then(
      (id): State => ({ kind: "recorded", id }),
      (thrown: unknown): State => ({ kind: "failed", error: toBackupError(thrown) }),
    );
    if (!signal.aborted) setState(told);
  };
  const isFree = state.kind === "asked" || state.kind === "failed";
  return (
    <details class="kbm-fields">
      <summary>{recording.heading}</summary>
      {isFree && (
        <label class="kbm-reason">
          {recording.reason}
          <input
            type="text"
            value={reason}
            maxLength={200}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
      )}
      {isFree && (
        <p class="kbm-way">
          <button type="button" class="kbm-button-small" onClick={record}>
            {recording.record}
          </button>
        </p>
      )}
      <div role="status">
        {state.kind === "under-way" && recording.underWay}
        {state.kind === "failed" && describeProblem(messages, { error: state.error })}
        {state.kind === "recorded" && (
          <a class="kbm-link" href={desk.urlOf(desk.management, state.id)} target="_blank" rel="noreferrer">
            {recording.recorded}
          </a>
        )}
      </div>
    </details>
  );
}
