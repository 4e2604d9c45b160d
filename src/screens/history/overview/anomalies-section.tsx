import { useState } from "preact/hooks";
import type { Anomaly } from "../../../history/overview/anomalies";
import { anomalySentence } from "./anomaly-sentence";
import type { HistoryView } from "./history-view";
import { RunLink } from "./run-link";

const AT_FIRST = 10;

/** What somebody should look at. */
export function AnomaliesSection({ anomalies, view }: { anomalies: readonly Anomaly[]; view: HistoryView }) {
  const [shown, setShown] = useState(AT_FIRST);
  const { number, messages } = view;
  const texts = messages.history.anomalies;
  const left = anomalies.length - shown;
  return (
    <section>
      <h3>{texts.heading(number(anomalies.length))}</h3>
      {anomalies.length === 0 && <p>{texts.none}</p>}
      <AnomalyList anomalies={anomalies.slice(0, shown)} view={view} />
      {left > 0 && (
        <button type="button" class="kbm-button-small" onClick={() => setShown(Infinity)}>
          {messages.history.runs.more(number(left))}
        </button>
      )}
    </section>
  );
}

export function AnomalyList({ anomalies, view }: { anomalies: readonly Anomaly[]; view: HistoryView }) {
  return (
    <ul class="kbm-anomalies">
      {anomalies.map((anomaly, at) => (
        <li key={at}>
          {anomalySentence(anomaly, view)} {"run" in anomaly && <RunLink run={anomaly.run} view={view} />}
        </li>
      ))}
    </ul>
  );
}
