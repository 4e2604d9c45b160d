import { isWorthSaving } from "../../domain/outcome";
import { type BoundedRule, ruleOver } from "../../domain/rule";
import { askedOtherwise, type AskedOtherwise } from "./asked-otherwise";
import { asksForAction, unproven, type Unproven } from "./drill-anomalies";
import { movementsOf, type Movement } from "./movements";
import { type RuleChange, ruleChanges } from "./rule-changes";
import { doubtsOf, type RestoreDoubt } from "./restore-anomalies";
import type { TargetOverview } from "./targets";
import type { ToldDrill } from "./told-drill";
import type { ToldRestore } from "./told-restore";
import type { ToldRun } from "./told-run";

/** An app of the domain, as far as the user may see it. */
export interface DomainApp {
  appId: string;
  name: string;
  /** Absent for an app outside spaces. */
  spaceId?: string;
}

/** Something that an auditor should look at. */
export type Anomaly =
  /** A target was far from its own past. */
  | ({ kind: "moved" } & Movement)
  /** Something else was asked for than the time before. */
  | ({ kind: "asked" } & AskedOtherwise)
  /** The form was changed while it was read, or a field that was to be left out is gone: what runs tell of forms. */
  | { kind: "form"; key: string; appName: string; errorCode: FormError; run: ToldRun }
  /** A rule stood for other apps than in its run before. */
  | ({ kind: "rule" } & RuleChange)
  /** An enabled target was in no run for long; `lastRun` is absent when it never was in one. */
  | { kind: "silent"; target: TargetOverview; days: number }
  /** An enabled target did not succeed several times in a row. */
  | { kind: "failing"; target: TargetOverview }
  /** The archive was made, and long after that its zips are not known to be saved. */
  | { kind: "unsaved"; run: ToldRun }
  | { kind: "restore"; doubt: RestoreDoubt; run: ToldRestore }
  /** A drill did not pass, and nobody wrote down what is done about it. */
  | { kind: "drill"; run: ToldDrill }
  | ({ kind: "unproven" } & Unproven)
  /** No target covers the app. `disabled`: there is one, and it is switched off. */
  | { kind: "uncovered"; app: DomainApp; disabled: boolean };

const FORM_ERRORS = ["FORM_CHANGED", "EXCLUDED_FIELD_UNKNOWN"] as const;
export type FormError = (typeof FORM_ERRORS)[number];

/** As the reminder of the app has it (`app-definition/notifications.ts`). */
const SILENT_DAYS = 7;
const FAILURES_IN_ROW = 3;
/** Who backed up in the evening may look for the zips in the morning. */
const UNSAVED_HOURS = 24;

interface Facts {
  /** By ascending `$id`. */
  runs: readonly ToldRun[];
  restores: readonly ToldRestore[];
  drills: readonly ToldDrill[];
  targets: readonly TargetOverview[];
  /** Those that are enabled. */
  rules: readonly BoundedRule[];
  /** `undefined` when they could not be read. */
  apps: readonly DomainApp[] | undefined;
  now: Date;
  /** As of the overview. */
  drillDays: number;
}

/** What stands out: first what is so now, then what happened, the newest first. */
export function anomaliesOf({ runs, restores, drills, targets, rules, apps, now, drillDays }: Facts): Anomaly[] {
  // A backup before a restore is of one app, and of all that it has.
  const runsOverTargets = runs.filter(({ isSafetyBackup }) => !isSafetyBackup);
  const enabled = targets.filter(({ standing }) => standing === "enabled");
  const failing = enabled.filter(({ failuresInRow }) => failuresInRow >= FAILURES_IN_ROW);
  const happened: Anomaly[] = [
    ...movementsOf(runsOverTargets).map((movement) => ({ kind: "moved" as const, ...movement })),
    ...askedOtherwise(runsOverTargets).map((change) => ({ kind: "asked" as const, ...change })),
    ...formAnomalies(runsOverTargets),
    ...ruleChanges(runsOverTargets).map((change) => ({ kind: "rule" as const, ...change })),
    ...runs.filter((run) => isUnsaved(run, now)).map((run) => ({ kind: "unsaved" as const, run })),
    ...restores.flatMap((run) => doubtsOf(run, now).map((doubt) => ({ kind: "restore" as const, doubt, run }))),
    ...drills.filter(asksForAction).map((run) => ({ kind: "drill" as const, run })),
  ];
  const latestFirst = (anomaly: Anomaly) => ("run" in anomaly ? Number(anomaly.run.recordId) : 0);
  return [
    ...failing.map((target) => ({ kind: "failing" as const, target })),
    ...enabled.flatMap((target) => silence(target, now)),
    ...unproven(enabled, runsOverTargets, { limit: drillDays, now }).map((one) => ({
      kind: "unproven" as const,
      ...one,
    })),
    ...uncovered(apps ?? [], targets, rules),
    ...happened.sort((a, b) => latestFirst(b) - latestFirst(a)),
  ];
}

/** Runs from before it was asked say nothing about it: of them nothing is known, and nobody can be reminded. */
function isUnsaved(run: ToldRun, now: Date): boolean {
  const hours = (now.getTime() - Date.parse(run.finishedAt)) / 3_600_000;
  return run.saved === "unconfirmed" && isWorthSaving(run) && hours >= UNSAVED_HOURS;
}

function silence(target: TargetOverview, now: Date): Anomaly[] {
  const since = Date.parse(target.lastRun?.startedAt || target.lastSuccess || target.createdAt);
  const days = Math.floor((now.getTime() - since) / 86_400_000);
  return days >= SILENT_DAYS ? [{ kind: "silent", target, days }] : [];
}

function uncovered(
  apps: readonly DomainApp[],
  targets: readonly TargetOverview[],
  rules: readonly BoundedRule[],
): Anomaly[] {
  // Numbers of apps are one series for the whole domain, guest spaces included.
  const standings = new Map(targets.map(({ appId, standing }) => [appId, standing]));
  // Also what no run has met yet: the next one will.
  const isRuled = (app: DomainApp) => ruleOver(rules, app)?.exceptions.includes(app.appId) === false;
  return apps
    .filter(
      (app) => standings.get(app.appId) !== "enabled" && (standings.get(app.appId) === "disabled" || !isRuled(app)),
    )
    .map((app) => ({ kind: "uncovered", app, disabled: standings.get(app.appId) === "disabled" }));
}

/** Told when it comes, and again when it comes back, not at every run in between. */
function formAnomalies(runs: readonly ToldRun[]): Anomaly[] {
  const before = new Map<string, string>();
  return runs.flatMap((run) =>
    run.results.flatMap(({ key, appName, errorCode }): Anomaly[] => {
      const known = before.get(key);
      before.set(key, errorCode);
      const formError = FORM_ERRORS.find((code) => code === errorCode);
      return formError && known !== errorCode ? [{ kind: "form", key, appName, errorCode: formError, run }] : [];
    }),
  );
}
