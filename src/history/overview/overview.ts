import type { ChainVerdict } from "../chain/verdict";
import { anomaliesOf, type Anomaly, type DomainApp } from "./anomalies";
import { type Day, daysOf } from "./days";
import type { ReadHistory } from "./read-history";
import { targetsOf, type TargetOverview } from "./targets";
import type { ToldDrill } from "./told-drill";
import type { ToldRestore } from "./told-restore";
import type { ToldRun } from "./told-run";

/** The history as an auditor looks at it, worked out once from all records. */
export interface Overview {
  /** By ascending `$id`. */
  runs: readonly ToldRun[];
  /** Without those that back up one app before it is restored: what days, targets and sizes go by. */
  runsOverTargets: readonly ToldRun[];
  restores: readonly ToldRestore[];
  drills: readonly ToldDrill[];
  targets: readonly TargetOverview[];
  anomalies: readonly Anomaly[];
  verdict: ChainVerdict;
  /** Codes of fields that could not be read. */
  hidden: readonly string[];
  /** Whether the apps of the domain could be listed, as far as the user may see them. */
  appsKnown: boolean;
  /** The day on which a run, a restore or a drill began; `undefined` when its record does not tell. */
  dayOf: (run: Pick<ToldRun, "startedAt">) => Day | undefined;
  /** The day of the first run. */
  firstDay: Day;
  today: Day;
  now: Date;
  /** IANA name: in which days begin and end. */
  timeZone: string;
}

interface Surroundings {
  /** `undefined` when they could not be read. */
  apps: readonly DomainApp[] | undefined;
  now: Date;
  timeZone: string;
  /** After how many days without a drill that passed a target stands out; 0: never. */
  drillDays: number;
  /** For the order of names. */
  locale: string;
}

/** Asks nobody; five thousand runs of thirty targets take well under a second. */
export function overviewOf(history: ReadHistory, { apps, now, timeZone, drillDays, locale }: Surroundings): Overview {
  const { runs, restores, drills, rules, verdict, hidden } = history;
  const day = daysOf(timeZone);
  const days = new Map([...runs, ...restores, ...drills].map(({ startedAt }) => [startedAt, day(startedAt)]));
  const runsOverTargets = runs.filter(({ isSafetyBackup }) => !isSafetyBackup);
  const targets = targetsOf(runsOverTargets, history, locale).map((target) => {
    const departure = target.standing === "enabled" ? undefined : history.departureOf?.(target.appId, target.standing);
    return departure ? { ...target, departure } : target;
  });
  const today = day(now) ?? "";
  const known = [...days.values()].filter((one) => one !== undefined).sort();
  return {
    ...{ runs, runsOverTargets, restores, drills, targets, verdict, hidden, now, timeZone, today },
    anomalies: anomaliesOf({ runs, restores, drills, targets, rules, apps, now, drillDays }),
    appsKnown: apps !== undefined,
    dayOf: ({ startedAt }) => days.get(startedAt),
    firstDay: known[0] ?? today,
  };
}
