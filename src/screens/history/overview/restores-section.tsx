import { useState } from "preact/hooks";
import type { ToldRestore } from "../../../history/overview/told-restore";
import { StatusBadge } from "../../ui/status-badge";
import { ChainDoubt } from "./chain-doubt";
import { DataTable } from "./data-table";
import type { HistoryView } from "./history-view";
import { countsOfRestore } from "./restore-counts";
import { wordOf } from "./word-of";
import { RunLink } from "./run-link";

/** More at a time is too much for a reader. */
const PAGE = 50;

const COLUMNS = ["startedAt", "verdict", "operator", "reason", "app", "archive", "counts", "message"] as const;

/** @param restores by ascending `$id`; the newest is shown first */
export function RestoresSection({ restores, view }: { restores: readonly ToldRestore[]; view: HistoryView }) {
  const [shown, setShown] = useState(PAGE);
  const { number, messages } = view;
  const texts = messages.history.restores;
  const left = restores.length - shown;
  return (
    <section>
      <h3>{texts.heading}</h3>
      {restores.length === 0 ? (
        <p>{texts.empty}</p>
      ) : (
        <RestoresTable label={texts.heading} restores={restores.slice(-shown).reverse()} view={view} />
      )}
      {left > 0 && (
        <button type="button" class="kbm-button-small" onClick={() => setShown(shown + PAGE)}>
          {messages.history.runs.more(number(Math.min(left, PAGE)))}
        </button>
      )}
    </section>
  );
}

interface RestoresTableProps {
  label: string;
  restores: readonly ToldRestore[];
  view: HistoryView;
}

/** Who put back what, why, from which archive, into which app, and what came of it. In the order given. */
export function RestoresTable({ label, restores, view }: RestoresTableProps) {
  const { messages, words, chainOf } = view;
  const { column } = messages.history.restores;
  return (
    <DataTable label={label} heads={COLUMNS.map((code) => [column[code]] as const)}>
      {restores.map((restore) => (
        <tr key={restore.recordId}>
          <th scope="row">
            <RunLink run={restore} view={view} />
            <ChainDoubt kind={chainOf(restore)} view={view} />
          </th>
          <td>
            <Verdict restore={restore} view={view} />
          </td>
          <td>{words(restore.operator)}</td>
          <td class="kbm-message">{words(restore.reason)}</td>
          <td>
            {words(restore.appName)} <span class="kbm-quiet">{words(restore.key)}</span>
          </td>
          <td>
            <Archive restore={restore} view={view} />
          </td>
          <td>
            <ul class="kbm-limits">
              {countsOfRestore(restore, view).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </td>
          <td class="kbm-message">{words(restore.message)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

function Verdict({ restore: { status, kind, verdict }, view }: { restore: ToldRestore; view: HistoryView }) {
  const { messages, words } = view;
  return (
    <>
      <div class="kbm-facts">{status && <StatusBadge status={status} messages={messages} />}</div>
      {verdict && words(wordOf(messages.words.restore_verdict, verdict))}
      {kind === "comparison" && <p class="kbm-limits">{messages.words.restore_kind.comparison}</p>}
    </>
  );
}

function Archive({ restore, view }: { restore: ToldRestore; view: HistoryView }) {
  const { messages, moment, words } = view;
  const texts = messages.history.restores;
  return (
    <>
      {moment(restore.archiveCreated) ?? messages.history.runs.unknownTime}{" "}
      <span class="kbm-quiet">{words(restore.archiveRunId)}</span>
      {restore.archiveKnown === false && <p class="kbm-limits">{texts.unknownArchive}</p>}
      {restore.safetyRunId && <p class="kbm-limits">{texts.securedBy(words(restore.safetyRunId))}</p>}
    </>
  );
}
