import type { Asked } from "../../domain/asked";
import { type Rule, ruleName } from "../../domain/rule";
import type { Status } from "../../domain/status";
import type { Departure } from "../../domain/targets";
import type { ReadHistory } from "./read-history";
import { hasProven } from "./told-drill";
import type { ToldResult, ToldRun } from "./told-run";

/** A target as the whole history tells of it. */
export interface TargetOverview {
  key: string;
  appId: string;
  guestSpaceId: string;
  appName: string;
  /** `gone`: runs speak of it, and no record of a target does any more. */
  standing: "enabled" | "disabled" | "gone";
  /** Who switched it off, or made it a target no more; absent where no recorded change tells. */
  departure?: Departure;
  /** By which it was in its newest run; absent when its own record tells of it. */
  rule?: Rule;
  lastStatus: Status | undefined;
  /** ISO, UTC; empty when it never succeeded. */
  lastSuccess: string;
  /** Of the last one whose zips are known to be saved, likewise. */
  lastSaved: string;
  /** Since when none is known to be saved, as far as its record tells. */
  unsavedSince: string;
  /** When a drill last proved that it can be restored, likewise. */
  lastProven: string;
  /** The newest run that it was in, whatever came of it. */
  lastRun: ToldRun | undefined;
  /** What was asked for in it; `undefined` where its record does not tell. */
  lastAsked: Asked | undefined;
  /** How often in a row it was not a success, up to now; what was cancelled does not count. */
  failuresInRow: number;
  /** ISO, UTC: when it was registered; empty when nobody knows. */
  createdAt: string;
}

/**
 * Every target that there is, and every app that runs speak of, by name. An app of a rule is enabled as long as the rule is, and the
 * newest run of the rule had it.
 *
 * @param runs by ascending `$id`
 */
export function targetsOf(
  runs: readonly ToldRun[],
  { targets, rules, drills }: Pick<ReadHistory, "targets" | "rules" | "drills">,
  locale: string,
): TargetOverview[] {
  const found = new Map<string, TargetOverview>();
  for (const target of targets) {
    const standing = target.enabled ? "enabled" : "disabled";
    const unknown = { lastProven: "", lastRun: undefined, lastAsked: undefined, failuresInRow: 0 };
    found.set(target.key, { ...target, ...unknown, standing });
  }
  for (const run of runs) {
    const end = [run.finishedAt, run.startedAt].find((moment) => !Number.isNaN(Date.parse(moment))) ?? "";
    for (const result of run.results) {
      const known = found.get(result.key) ?? unknownTarget(result);
      found.set(result.key, known);
      addResult(known, result, run, end);
    }
  }
  for (const drill of drills.filter(hasProven)) {
    const target = found.get(drill.key);
    if (target && drill.finishedAt > target.lastProven) target.lastProven = drill.finishedAt;
  }
  const enabled = new Set(rules.map(({ rule }) => ruleName(rule)));
  const newest = new Map(runs.flatMap((run) => run.results.map(({ rule }) => [rule && ruleName(rule), run] as const)));
  for (const target of found.values()) {
    const name = target.rule && ruleName(target.rule);
    const isCovered = name !== undefined && enabled.has(name) && newest.get(name) === target.lastRun;
    if (isCovered) target.standing = "enabled";
  }
  const collator = new Intl.Collator(locale, { numeric: true });
  return [...found.values()].sort((a, b) => collator.compare(a.appName, b.appName) || collator.compare(a.key, b.key));
}

function unknownTarget({ key, appId, guestSpaceId, appName, status }: ToldResult): TargetOverview {
  return {
    ...{ key, appId, guestSpaceId, appName, standing: "gone", lastStatus: status },
    ...{ lastSuccess: "", lastSaved: "", unsavedSince: "", lastProven: "", createdAt: "" },
    ...{ lastRun: undefined, lastAsked: undefined, failuresInRow: 0 },
  };
}

/** @param end of the run: ISO, UTC */
function addResult(
  target: TargetOverview,
  { appName, status, asked, rule }: ToldResult,
  run: ToldRun,
  end: string,
): void {
  // An app may get another name: the newest is what people know.
  if (appName) target.appName = appName;
  target.lastStatus = status;
  target.lastRun = run;
  target.lastAsked = asked;
  // A record of its own decides, whatever runs before it say.
  if (target.standing === "gone") {
    if (rule) target.rule = rule;
    else delete target.rule;
  }
  target.failuresInRow = failuresAfter(target.failuresInRow, status);
  // The target's own record speaks also of runs that are no longer there; it is cut to the minute.
  if (status === "success" && end > target.lastSuccess) target.lastSuccess = end;
  if (status === "success" && run.saved === "saved" && end > target.lastSaved) target.lastSaved = end;
}

function failuresAfter(failures: number, status: Status | undefined): number {
  if (status === "success") return 0;
  return status === "partial" || status === "failed" || status === "interrupted" ? failures + 1 : failures;
}
