import type { ToldRun } from "../../../history/overview/told-run";
import type { HistoryView } from "./history-view";

/** The page of a run, by when it began; in a tab of its own, as the overview would be gone. */
export function RunLink({ run, view }: { run: Pick<ToldRun, "recordId" | "startedAt">; view: HistoryView }) {
  return (
    <a href={view.urlOf(run.recordId)} target="_blank" rel="noopener">
      {view.moment(run.startedAt) ?? view.messages.history.runs.unknownTime}
    </a>
  );
}
