import { useState } from "preact/hooks";
import { isWorthSaving } from "../../../domain/outcome";
import type { ToldRun } from "../../../history/overview/told-run";
import type { RunColumn } from "../../text/history/messages";
import { SavedBadge, StatusBadge } from "../../ui/status-badge";
import { ChainDoubt } from "./chain-doubt";
import { DataTable, NumberCell } from "./data-table";
import type { HistoryView } from "./history-view";
import { RunLimits } from "./run-limits";
import { RunLink } from "./run-link";

/** More at a time is too much for a reader, and for a page. */
const PAGE = 50;

const COLUMNS = ["startedAt", "status", "operator", "records", "attachments", "bytes", "seconds", "message"] as const;
const NUMBERS: ReadonlySet<RunColumn> = new Set(["records", "attachments", "bytes", "seconds"]);

/** @param runs by ascending `$id`; the newest is shown first */
export function RunsSection({ runs, view }: { runs: readonly ToldRun[]; view: HistoryView }) {
  const [shown, setShown] = useState(PAGE);
  const { number, messages } = view;
  const texts = messages.history.runs;
  const left = runs.length - shown;
  return (
    <section>
      <h3>{texts.heading}</h3>
      {runs.length === 0 ? (
        <p>{texts.empty}</p>
      ) : (
        <RunsTable label={texts.heading} runs={runs.slice(-shown).reverse()} view={view} />
      )}
      {left > 0 && (
        <button type="button" class="kbm-button-small" onClick={() => setShown(shown + PAGE)}>
          {texts.more(number(Math.min(left, PAGE)))}
        </button>
      )}
    </section>
  );
}

interface RunsTableProps {
  /** Which runs these are. */
  label: string;
  runs: readonly ToldRun[];
  view: HistoryView;
}

/** In the order given. */
export function RunsTable({ label, runs, view }: RunsTableProps) {
  const { messages, number, words, chainOf } = view;
  const { quantities, history } = messages;
  const { column } = history.runs;
  const heads = COLUMNS.map((code) => [column[code], NUMBERS.has(code)] as const);
  return (
    <DataTable label={label} heads={heads}>
      {runs.map((run) => (
        <tr key={run.recordId}>
          <th scope="row">
            <RunLink run={run} view={view} />
            <ChainDoubt kind={chainOf(run)} view={view} />
            {run.isSafetyBackup && <p class="kbm-limits">{messages.words.run_trigger.restore}</p>}
          </th>
          <td>
            <div class="kbm-facts">
              {run.status && <StatusBadge status={run.status} messages={messages} />}
              {run.saved && isWorthSaving(run) && <SavedBadge saved={run.saved} messages={messages} />}
            </div>
          </td>
          <td>{words(run.operator)}</td>
          <NumberCell>{number(run.records)}</NumberCell>
          <NumberCell>{number(run.attachments)}</NumberCell>
          <NumberCell>{quantities.bytes(run.bytes)}</NumberCell>
          <NumberCell>{run.seconds !== undefined && quantities.duration(run.seconds)}</NumberCell>
          <td class="kbm-message">
            {words(run.message)}
            <RunLimits run={run} view={view} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
