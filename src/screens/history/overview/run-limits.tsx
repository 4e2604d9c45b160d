import type { ToldRun } from "../../../history/overview/told-run";
import { limitsOf } from "../../text/asked/limits";
import type { HistoryView } from "./history-view";

/** A run over many limited targets would bury the runs around it; the CSV has them all. */
const SHOWN = 3;

/** Of which targets not everything was asked for, one line each. */
export function limitsOfRun({ results }: ToldRun, { messages, words }: HistoryView): string[] {
  return results.flatMap(({ appName, key, asked }) => {
    const limits = asked && limitsOf(asked, messages.asked);
    if (limits === undefined) return [];
    return [messages.history.runs.limited(words(appName ? `${appName} (${key})` : key), limits)];
  });
}

/** Says that the amounts of a run are those of a limited backup; nothing of one of everything. */
export function RunLimits({ run, view }: { run: ToldRun; view: HistoryView }) {
  const limits = limitsOfRun(run, view);
  if (limits.length === 0) return null;
  const left = limits.length - SHOWN;
  return (
    <ul class="kbm-limits">
      {limits.slice(0, SHOWN).map((line, at) => (
        <li key={at}>{line}</li>
      ))}
      {left > 0 && <li>{view.messages.history.runs.moreLimited(view.number(left))}</li>}
    </ul>
  );
}
