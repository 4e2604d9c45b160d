import { BackupError } from "../../../domain/errors";
import { useFocus } from "../../run/use-focus";
import { describeProblem } from "../../text/run/problem-sentence";
import type { AdminMessages } from "../../text/settings/language";
import type { SaveReport, Saving } from "./targets-state";
import { Unrecorded } from "./unrecorded";

/** What became of the last save. Progress and success are announced where they stand; failures take the focus. */
export function SaveNews({ saving, messages }: { saving: Saving; messages: AdminMessages }) {
  const { save: text } = messages.settings.targets;
  const reports = saving.kind === "done" ? saving.reports : [];
  const saved = reports.filter(({ outcome }) => outcome === "saved").map(({ app }) => app);
  const failures = reports.filter(({ outcome }) => outcome !== "saved");
  return (
    <div class="kbm-save-news">
      <div role="status">
        {saving.kind === "saving" && <p>{text.saving}</p>}
        {saving.kind === "nothing-changed" && <p>{text.nothingChanged}</p>}
        {saved.length > 0 && <p class="kbm-notice kbm-notice-success">{text.saved(saved)}</p>}
      </div>
      <Unrecorded error={reports.find(({ unrecorded }) => unrecorded)?.unrecorded} messages={messages} />
      {failures.length > 0 && <Failures reports={failures} messages={messages} />}
    </div>
  );
}

function Failures({ reports, messages }: { reports: readonly SaveReport[]; messages: AdminMessages }) {
  const { save: text } = messages.settings.targets;
  const element = useFocus<HTMLDivElement>(reports);
  return (
    <div class="kbm-notice kbm-notice-error" role="alert" tabIndex={-1} ref={element}>
      <p>{text.notSaved}</p>
      <ul>
        {reports.map((report) => (
          <li key={report.app}>{sentence(report, messages)}</li>
        ))}
      </ul>
    </div>
  );
}

function sentence({ app, outcome }: SaveReport, messages: AdminMessages): string {
  const { save: text } = messages.settings.targets;
  if (outcome instanceof BackupError) return text.failed(app, describeProblem(messages, { error: outcome }));
  switch (outcome) {
    case "empty":
      return text.atLeastOne(app);
    case "changed":
      return text.changed(app);
    case "gone":
      return text.gone(app);
    case "saved":
      return text.saved([app]);
  }
}
