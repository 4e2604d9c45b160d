import type { RestoreVerdict } from "../../domain/restore-outcome";
import { useFocus } from "../run/use-focus";
import type { RestoringMessages } from "../text/restoring/language";
import { Button } from "../ui/button";
import { Part } from "../verify/part";
import type { RestoreDesk, ToldRestore } from "./restore-desk";

interface RestoredStepProps {
  messages: RestoringMessages;
  desk: Pick<RestoreDesk, "urlOf" | "appUrl" | "management" | "save">;
  told: ToldRestore;
  onUndo: () => void;
  onClose: () => void;
}

const LOOK: Record<RestoreVerdict, "success" | "warning" | "error"> = {
  "as-planned": "success",
  explained: "warning",
  "not-as-planned": "error",
  stopped: "error",
};

/** What came of it: the verdict, the numbers, whatever is otherwise, where it is remembered, and the way back. */
export function RestoredStep({ messages, desk, told, onUndo, onClose }: RestoredStepProps) {
  const { restored, restore, restoring, run, page } = messages;
  const { outcome } = restoring;
  const notice = useFocus<HTMLDivElement>(told);
  const { verdict, planned, numbers, otherwise, more, stopped, unrecorded, historyRecordId, safetyRunId, app } = told;
  return (
    <div class="kbm-run-panel">
      <div class={`kbm-notice kbm-notice-${LOOK[verdict]}`} role="status" tabIndex={-1} ref={notice}>
        <p>
          <b>{restored.verdict[verdict]}</b>
        </p>
        {stopped !== undefined && <p>{restored.stopped(stopped)}</p>}
      </div>
      <p>{restored.planned(planned)}</p>
      <dl class="kbm-run-numbers">
        {numbers.map(([name, number]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{number}</dd>
          </div>
        ))}
      </dl>
      {otherwise.length > 0 && (
        <Part heading={outcome.otherwise}>
          {otherwise.map((line, at) => (
            <li key={at}>{line}</li>
          ))}
          {more > 0 && <li>{restore.more(more)}</li>}
        </Part>
      )}
      {unrecorded !== undefined && (
        <div class="kbm-notice kbm-notice-error" role="alert">
          <p>{outcome.unrecorded}</p>
          <p>{unrecorded}</p>
        </div>
      )}
      {safetyRunId !== undefined && (
        <section>
          <h2 class="kbm-run-heading">{outcome.wayBack}</h2>
          <p>{outcome.undo(safetyRunId)}</p>
          {told.undo && (
            <p>
              <button type="button" class="kbm-button-small" onClick={onUndo}>
                {page.undoRestore}
              </button>
            </p>
          )}
        </section>
      )}
      <p class="kbm-links">
        <a class="kbm-link" href={desk.appUrl(app)} target="_blank" rel="noreferrer">
          {outcome.openApp}
        </a>
        {historyRecordId !== undefined && (
          <a class="kbm-link" href={desk.urlOf(desk.management, historyRecordId)} target="_blank" rel="noreferrer">
            {outcome.openRecord}
          </a>
        )}
      </p>
      <div class="kbm-buttons">
        <Button text={outcome.report} onClick={() => desk.save(`${told.restoreId}.report.jsonl`, told.report)} />
        <Button main text={run.close} onClick={onClose} />
      </div>
    </div>
  );
}
