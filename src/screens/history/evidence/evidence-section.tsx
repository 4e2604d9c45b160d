import { SaveButton } from "../../run/save-button";
import type { HistoryView } from "../overview/history-view";
import { drillsCsv } from "./drills-csv";
import { printReport } from "./print-report";
import { restoresCsv } from "./restores-csv";
import { runsCsv } from "./runs-csv";
import type { Selection } from "./selection";

export interface EvidenceAccess {
  /** Hands a file to the user. */
  save: (name: string, file: Blob) => void;
  /** Who takes the evidence. */
  by: string;
  /** Where the history is. */
  appUrl: string;
}

/** What an auditor takes away: the chosen runs, restores and drills as CSV, and a report for paper. */
export function EvidenceSection(props: { view: HistoryView; selection: Selection; access: EvidenceAccess }) {
  const { view, selection, access } = props;
  const { messages } = view;
  const { evidence } = messages.history;
  const { restores, drills } = selection;
  const saveCsv = (of: "backup" | "restore" | "drill", lines: string[]) => {
    const name = `${of}-history_${selection.from}_${selection.to}.csv`;
    access.save(name, new Blob(lines, { type: "text/csv;charset=utf-8" }));
  };
  return (
    <section>
      <h3>{evidence.heading}</h3>
      <p>{evidence.explanation}</p>
      <div class="kbm-evidence">
        <SaveButton text={evidence.csv} messages={messages} save={() => saveCsv("backup", runsCsv(selection, view))} />
        {restores.length > 0 && (
          <SaveButton
            text={messages.history.restores.csv}
            messages={messages}
            save={() => saveCsv("restore", restoresCsv(restores, view))}
          />
        )}
        {drills.length > 0 && (
          <SaveButton
            text={messages.history.drills.csv}
            messages={messages}
            save={() => saveCsv("drill", drillsCsv(drills, view))}
          />
        )}
        <button type="button" class="kbm-button-small" onClick={() => printReport({ view, selection, ...access })}>
          {evidence.print}
        </button>
      </div>
    </section>
  );
}
