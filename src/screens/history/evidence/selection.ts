import { calendarOf, type CalendarDay } from "../../../history/overview/calendar";
import type { Anomaly } from "../../../history/overview/anomalies";
import type { Day } from "../../../history/overview/days";
import { filtered, restoresFor, type RunFilter, runsFor } from "../../../history/overview/filter";
import type { Overview } from "../../../history/overview/overview";
import type { ToldDrill } from "../../../history/overview/told-drill";
import type { ToldRestore } from "../../../history/overview/told-restore";
import type { ToldRun } from "../../../history/overview/told-run";

/** What a filter leaves of the history: on the screen, in the CSV and in the report it is the same. */
export interface Selection {
  filter: RunFilter;
  from: Day;
  to: Day;
  /** By ascending `$id`. */
  runs: readonly ToldRun[];
  /** Of which the figures over time are: without backups before restores. */
  runsOverTargets: readonly ToldRun[];
  /** By ascending `$id`. */
  restores: readonly ToldRestore[];
  /** By ascending `$id`. */
  drills: readonly ToldDrill[];
  /** Every day of the history, with the runs of the chosen target, whatever their status. */
  days: readonly CalendarDay[];
  /** Those of the period. */
  periodDays: readonly CalendarDay[];
  /** What happened in the period, and what is so now. */
  anomalies: readonly Anomaly[];
}

export function selectionOf(overview: Overview, filter: RunFilter): Selection {
  const { dayOf, firstDay, today } = overview;
  const ofTarget = (runs: readonly ToldRun[]) => runsFor(runs, filter.target);
  const days = calendarOf(ofTarget(overview.runsOverTargets), dayOf, { from: firstDay, to: today }, today);
  const [from, to] = [filter.from || firstDay, filter.to || today];
  const isInPeriod = (day: Day | undefined) => day !== undefined && day >= from && day <= to;
  return {
    ...{ filter, from, to, days },
    runs: filtered(ofTarget(overview.runs), filter, dayOf),
    runsOverTargets: filtered(ofTarget(overview.runsOverTargets), filter, dayOf),
    restores: filtered(restoresFor(overview.restores, filter.target), filter, dayOf),
    drills: filtered(restoresFor(overview.drills, filter.target), filter, dayOf),
    periodDays: days.filter(({ day }) => isInPeriod(day)),
    anomalies: overview.anomalies.filter(
      (anomaly) =>
        (!filter.target || isAbout(anomaly, filter.target)) &&
        (!("run" in anomaly) || (!filter.from && !filter.to) || isInPeriod(dayOf(anomaly.run))),
    ),
  };
}

function isAbout(anomaly: Anomaly, target: string): boolean {
  if (anomaly.kind === "unsaved") return anomaly.run.results.some(({ key }) => key === target);
  if (anomaly.kind === "restore" || anomaly.kind === "drill") return anomaly.run.key === target;
  if (anomaly.kind === "rule") return anomaly.apps.some(({ key }) => key === target);
  return keyOf(anomaly) === target;
}

function keyOf(anomaly: Exclude<Anomaly, { kind: "unsaved" | "rule" | "restore" | "drill" }>): string {
  if (anomaly.kind === "uncovered") return anomaly.app.appId;
  return "target" in anomaly ? anomaly.target.key : anomaly.key;
}
