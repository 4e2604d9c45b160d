import { useMemo, useState } from "preact/hooks";
import { NO_FILTER, type RunFilter } from "../../../history/overview/filter";
import { seriesOf } from "../../../history/overview/series";
import { EvidenceSection, type EvidenceAccess } from "../evidence/evidence-section";
import { selectionOf } from "../evidence/selection";
import { AnomaliesSection } from "./anomalies-section";
import { CalendarSection } from "./calendar-section";
import { ChartsSection } from "./charts-section";
import { DrillsSection } from "./drills-section";
import { FilterBar } from "./filter-bar";
import type { HistoryView } from "./history-view";
import { IntegritySection } from "./integrity-section";
import { RestoresSection } from "./restores-section";
import { RunsSection } from "./runs-section";
import { TargetsSection } from "./targets-section";
import { UnseenSection } from "./unseen-section";

/** The history at a glance: first whether it can be trusted and what stands out, then everything that a filter leaves. */
export function OverviewPanel({ view, access }: { view: HistoryView; access: EvidenceAccess }) {
  const [filter, setFilter] = useState<RunFilter>(NO_FILTER);
  const { overview } = view;
  const selection = useMemo(() => selectionOf(overview, filter), [overview, filter]);
  const { runs, runsOverTargets, restores, drills, periodDays } = selection;
  const missing = { days: periodDays.filter((day) => day.missing).length, of: periodDays.length };
  const targets = overview.targets.filter(({ key }) => !filter.target || key === filter.target);
  if (overview.runs.length + overview.restores.length + overview.drills.length === 0) {
    return (
      <>
        <p>{view.messages.history.noRuns}</p>
        <AnomaliesSection anomalies={selection.anomalies} view={view} />
        <UnseenSection view={view} />
      </>
    );
  }
  return (
    <>
      <IntegritySection view={view} />
      <FilterBar view={view} filter={filter} shown={runs.length} onChange={setFilter} />
      <AnomaliesSection anomalies={selection.anomalies} view={view} />
      <CalendarSection
        view={view}
        days={selection.days}
        missing={missing}
        filter={filter}
        onDay={(day) => setFilter({ ...filter, from: day, to: day })}
      />
      <TargetsSection targets={targets} view={view} />
      <ChartsSection points={seriesOf(runsOverTargets)} view={view} />
      <RunsSection runs={runs} view={view} />
      {overview.restores.length > 0 && <RestoresSection restores={restores} view={view} />}
      {overview.drills.length > 0 && <DrillsSection drills={drills} view={view} />}
      <EvidenceSection view={view} selection={selection} access={access} />
      <UnseenSection view={view} />
    </>
  );
}
