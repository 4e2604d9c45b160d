import type { SavingMessages } from "../text/saving/language";
import { describeProblem } from "../text/run/problem-sentence";
import type { Settled } from "./settled";

/** What came of showing the files: that they are saved is told in any case, and what could not be done with it. */
export function ConfirmationNote({ settled, messages }: { settled: Settled; messages: SavingMessages }) {
  const { saving } = messages;
  const look = settled.kind === "written" ? "success" : "warning";
  return (
    <div class={`kbm-notice kbm-notice-${look}`} role="status">
      {settled.kind !== "other-files" && (
        <p>
          <b>{saving.allShown}</b>
        </p>
      )}
      {settled.kind === "failed" ? (
        <>
          <p>{saving.notWritten}</p>
          <p>{describeProblem(messages, settled)}</p>
        </>
      ) : (
        <p>{saving.settled[settled.kind]}</p>
      )}
    </div>
  );
}
