import { isWorthSaving } from "../../../domain/outcome";
import type { Status } from "../../../domain/status";
import { endedBadly } from "../../../history/overview/restore-anomalies";
import { hasProven } from "../../../history/overview/told-drill";
import type { ToldRun } from "../../../history/overview/told-run";
import { AnomalyList } from "../overview/anomalies-section";
import { type HistoryView, stretches } from "../overview/history-view";
import { DrillsTable } from "../overview/drills-section";
import { IntegritySection } from "../overview/integrity-section";
import { RestoresTable } from "../overview/restores-section";
import { RunsTable } from "../overview/runs-section";
import { TargetsSection } from "../overview/targets-section";
import { UnseenSection } from "../overview/unseen-section";
import type { Selection } from "./selection";

interface ReportProps {
  view: HistoryView;
  selection: Selection;
  /** Who prints it. */
  by: string;
  appUrl: string;
}

/** The report for paper: summary, exceptions, days without a backup, integrity, every chosen run, every restore, and on a page of their own the drills. */
export function Report({ view, selection, by, appUrl }: ReportProps) {
  const { overview, messages, moment, date, words } = view;
  const { evidence, anomalies: anomalyTexts } = messages.history;
  const { runs, restores, drills, anomalies, filter } = selection;
  const exceptions = runs.filter(({ status }) => status !== "success" && status !== "running");
  const targets = overview.targets.filter(({ key }) => !filter.target || key === filter.target);
  return (
    <>
      <h2>{evidence.title}</h2>
      <p>{evidence.period(date(selection.from), date(selection.to))}</p>
      <Narrowed view={view} selection={selection} />
      <p>{evidence.app(appUrl)}</p>
      <p>{evidence.made(moment(overview.now) ?? "", words(by))}</p>
      <p class="kbm-quiet">{messages.history.days(overview.timeZone)}</p>
      <Summary view={view} selection={selection} />
      <IntegritySection view={view} />
      <section>
        <h3>{evidence.missingDays}</h3>
        <MissingDays view={view} selection={selection} />
      </section>
      <section>
        <h3>{evidence.exceptions}</h3>
        {exceptions.length === 0 ? (
          <p>{evidence.noExceptions}</p>
        ) : (
          <RunsTable label={evidence.exceptions} runs={exceptions} view={view} />
        )}
      </section>
      <section>
        <h3>{anomalyTexts.heading(view.number(anomalies.length))}</h3>
        {anomalies.length === 0 ? <p>{anomalyTexts.none}</p> : <AnomalyList anomalies={anomalies} view={view} />}
      </section>
      <TargetsSection targets={targets} view={view} />
      <section>
        <h3>{messages.history.runs.heading}</h3>
        {runs.length === 0 ? (
          <p>{messages.history.runs.empty}</p>
        ) : (
          <RunsTable label={messages.history.runs.heading} runs={runs} view={view} />
        )}
      </section>
      {overview.restores.length > 0 && (
        <section>
          <h3>{messages.history.restores.heading}</h3>
          {restores.length === 0 ? (
            <p>{messages.history.restores.empty}</p>
          ) : (
            <RestoresTable label={messages.history.restores.heading} restores={restores} view={view} />
          )}
        </section>
      )}
      {overview.drills.length > 0 && (
        <section class="kbm-page">
          <h3>{messages.history.drills.heading}</h3>
          <p>{messages.history.drills.evidence}</p>
          {drills.length === 0 ? (
            <p>{messages.history.drills.empty}</p>
          ) : (
            <DrillsTable label={messages.history.drills.heading} drills={drills} view={view} />
          )}
        </section>
      )}
      <UnseenSection view={view} />
    </>
  );
}

/** A report about a part of the runs says so. */
function Narrowed({ view, selection: { filter } }: Pick<ReportProps, "view" | "selection">) {
  const { messages, overview, words } = view;
  const { evidence, filter: texts, runs } = messages.history;
  const target = overview.targets.find(({ key }) => key === filter.target);
  const parts = [
    ...(filter.status ? [`${runs.column.status} ${messages.status[filter.status]}`] : []),
    ...(target ? [`${texts.target} ${words(target.appName)} (${target.key})`] : []),
  ];
  return parts.length > 0 ? <p>{evidence.only(parts.join(evidence.separator))}</p> : null;
}

function Summary({ view, selection: { runs, restores, drills, periodDays } }: Pick<ReportProps, "view" | "selection">) {
  const { overview, messages, number } = view;
  const { evidence, restores: texts, drills: drillTexts } = messages.history;
  const restoreRows = (): Array<[string, string]> => [
    [texts.count, number(restores.length)],
    [texts.toLookAt, number(restores.filter(endedBadly).length)],
  ];
  const drillRows = (): Array<[string, string]> => [
    [drillTexts.count, number(drills.length)],
    [drillTexts.passed, number(drills.filter(hasProven).length)],
  ];
  const count = (wanted: (run: ToldRun) => boolean) => number(runs.filter(wanted).length);
  const statuses = (Object.keys(messages.status) as Status[]).filter((status) =>
    runs.some((run) => run.status === status),
  );
  const missing = periodDays.filter((day) => day.missing).length;
  const withBackup = periodDays.filter(({ state }) => state === "success" || state === "partial").length;
  const rows: Array<[string, string]> = [
    [evidence.runs, number(runs.length)],
    ...statuses.map((status): [string, string] => [messages.status[status], count((run) => run.status === status)]),
    [evidence.saved, count(({ saved }) => saved === "saved")],
    [evidence.unsaved, count((run) => run.saved === "unconfirmed" && isWorthSaving(run))],
    [evidence.backupDays, number(withBackup)],
    [evidence.missingDays, number(missing)],
    ...(overview.restores.length > 0 ? restoreRows() : []),
    ...(overview.drills.length > 0 ? drillRows() : []),
  ];
  return (
    <section>
      <h3>{evidence.summary}</h3>
      <table class="kbm-table kbm-summary">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="kbm-number">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MissingDays({ view, selection }: Pick<ReportProps, "view" | "selection">) {
  const { evidence } = view.messages.history;
  const missing = selection.periodDays.filter((one) => one.missing).map(({ day }) => day);
  if (missing.length === 0) return <p>{evidence.noMissingDays}</p>;
  const written = stretches(missing).map(([first, last]) =>
    first === last ? view.date(first) : evidence.range(view.date(first), view.date(last)),
  );
  return <p>{written.join(evidence.separator)}</p>;
}
