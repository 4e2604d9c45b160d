import { useState } from "preact/hooks";
import { asksForAction } from "../../../history/overview/drill-anomalies";
import type { ToldDrill } from "../../../history/overview/told-drill";
import { StatusBadge } from "../../ui/status-badge";
import { ChainDoubt } from "./chain-doubt";
import { DataTable } from "./data-table";
import { numbersOfDrill } from "./drill-numbers";
import type { HistoryView } from "./history-view";
import { RunLink } from "./run-link";
import { wordOf } from "./word-of";

/** More at a time is too much for a reader. */
const PAGE = 50;

const COLUMNS = [
  ...(["startedAt", "verdict", "operator", "app", "archive", "scope", "counts"] as const),
  "correctiveAction",
] as const;

/** @param drills by ascending `$id`; the newest is shown first */
export function DrillsSection({ drills, view }: { drills: readonly ToldDrill[]; view: HistoryView }) {
  const [shown, setShown] = useState(PAGE);
  const { number, messages } = view;
  const texts = messages.history.drills;
  const left = drills.length - shown;
  return (
    <section>
      <h3>{texts.heading}</h3>
      {drills.length === 0 ? (
        <p>{texts.empty}</p>
      ) : (
        <DrillsTable label={texts.heading} drills={drills.slice(-shown).reverse()} view={view} />
      )}
      {left > 0 && (
        <button type="button" class="kbm-button-small" onClick={() => setShown(shown + PAGE)}>
          {messages.history.runs.more(number(Math.min(left, PAGE)))}
        </button>
      )}
    </section>
  );
}

interface DrillsTableProps {
  label: string;
  drills: readonly ToldDrill[];
  view: HistoryView;
}

/** Who tried to restore what, from which archive, how much of it, and what came of it. In the order given. */
export function DrillsTable({ label, drills, view }: DrillsTableProps) {
  const { messages, words, chainOf } = view;
  const texts = messages.history.drills;
  return (
    <DataTable label={label} heads={COLUMNS.map((code) => [texts.column[code]] as const)}>
      {drills.map((drill) => (
        <tr key={drill.recordId}>
          <th scope="row">
            <RunLink run={drill} view={view} />
            <ChainDoubt kind={chainOf(drill)} view={view} />
          </th>
          <td>
            <div class="kbm-facts">{drill.status && <StatusBadge status={drill.status} messages={messages} />}</div>
            {drill.verdict && words(wordOf(messages.words.drill_verdict, drill.verdict))}
            {drill.message && <p class="kbm-limits">{words(drill.message)}</p>}
          </td>
          <td>
            {words(drill.operator)}
            {drill.reason && <p class="kbm-limits">{words(drill.reason)}</p>}
          </td>
          <td>
            {words(drill.appName)} <span class="kbm-quiet">{words(drill.key)}</span>
          </td>
          <td>
            <Archive drill={drill} view={view} />
          </td>
          <td class="kbm-message">
            {drill.scope && words(wordOf(messages.words.drill_scope, drill.scope))}
            {drill.sample && <p class="kbm-limits">{words(drill.sample)}</p>}
          </td>
          <td class="kbm-message">
            <ul class="kbm-limits">
              {numbersOfDrill(drill, view).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </td>
          <td class="kbm-message">{asksForAction(drill) ? texts.actionAsked : words(drill.correctiveAction)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

function Archive({ drill, view }: { drill: ToldDrill; view: HistoryView }) {
  const { messages, moment, words } = view;
  return (
    <>
      {moment(drill.archiveCreated) ?? messages.history.runs.unknownTime}{" "}
      <span class="kbm-quiet">{words(drill.archiveRunId)}</span>
      {drill.archiveKnown === false && <p class="kbm-limits">{messages.history.restores.unknownArchive}</p>}
    </>
  );
}
