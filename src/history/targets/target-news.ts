import type { RecordStore } from "../../domain/record-store";
import { type Rule, ruleName, ruleNamed } from "../../domain/rule";
import type { Target } from "../../domain/target";
import type { LostTarget, RuleNews, TargetNews } from "../../domain/targets";
import { RUNS_OVER_TARGETS } from "../app-definition/conditions";
import { departures } from "../changes/departures";
import { appKey, toldRun, type ToldResult, type ToldRun } from "../overview/told-run";
import { allTargets } from "./all-targets";
import { boundedRuleIn, isEnabled, ruleIn, toTarget } from "./target-record";

/** Between the newest run and the one before it that had all targets, there may be some that were broken off, or had none. */
const RECENT_RUNS = 20;

/**
 * What the run before had and the present targets have not: deleted, switched off, with another app, or found by its rule no more; and
 * what rules find for the first time. Nobody's right to do so is doubted; but a target that is not there any more fails in no run, so that
 * only this tells of it.
 */
export async function targetNews(store: RecordStore, present: readonly Target[]): Promise<TargetNews> {
  const runs = await runsBefore(store);
  const keys = new Set(present.map(keyOf));
  const missing = (run: ToldRun | undefined) => (run?.results ?? []).filter(({ key }) => !keys.has(key));
  const lastOf = lastRunByRule(runs);
  const fresh = newApps(present, lastOf);
  const lost = [...missing(runs[0]), ...[...lastOf.values()].flatMap(missing)];
  if (lost.length === 0) return { lost: [], rules: fresh };

  const records = await allTargets(store);
  const named = new Set(
    records.filter((record) => ruleIn(record) === undefined).map((record) => keyOf(toTarget(record))),
  );
  const isOwn = ({ key, rule }: ToldResult) => rule === undefined || named.has(key);
  const own = missing(runs[0]).filter(isOwn);
  const standing = new Set(
    records
      .filter(isEnabled)
      .flatMap((record) => boundedRuleIn(record) ?? [])
      .map(nameOf),
  );
  const unknown = new Set(present.flatMap(({ rule, impediment }) => (rule && impediment ? [ruleName(rule)] : [])));
  const ofRule = (name: string, run: ToldRun | undefined) =>
    missing(run).filter((result) => !isOwn(result) && result.rule !== undefined && ruleName(result.rule) === name);
  const gone = [...lastOf].flatMap(([name, run]): RuleNews[] => {
    if (unknown.has(name)) return [];
    return standing.has(name) ? newsOf(name, "gone", ofRule(name, run)) : newsOf(name, "ended", ofRule(name, runs[0]));
  });
  return { lost: await lostTargets(store, own, named), rules: [...gone, ...fresh] };
}

async function lostTargets(
  store: RecordStore,
  lost: readonly ToldResult[],
  named: ReadonlySet<string>,
): Promise<LostTarget[]> {
  if (lost.length === 0) return [];
  const departureOf = await departures(store);
  return lost.map(({ key, appId, guestSpaceId, appName }) => {
    const became = named.has(key) ? "disabled" : "gone";
    const known = departureOf(appId, became);
    return { appId, appName, became, ...(guestSpaceId && { guestSpaceId }), ...(known && { known }) };
  });
}

/** Those that had targets, the newest first. One that was broken off tells of some of its targets only. */
async function runsBefore(store: RecordStore): Promise<ToldRun[]> {
  const records = await store.find(
    `${RUNS_OVER_TARGETS} and run_status not in ("running", "interrupted") order by $id desc limit ${RECENT_RUNS}`,
  );
  return records.map(toldRun).filter(({ results }) => results.length > 0);
}

/** The newest run that tells of a rule: in one in which its apps could not be listed, it has none. */
function lastRunByRule(runs: readonly ToldRun[]): Map<string, ToldRun> {
  const found = new Map<string, ToldRun>();
  for (const run of runs) {
    const names = new Set(run.results.flatMap(({ rule }) => (rule ? [ruleName(rule)] : [])));
    for (const name of names) if (!found.has(name)) found.set(name, run);
  }
  return found;
}

/** What a rule finds in its first run is no news. */
function newApps(present: readonly Target[], lastOf: ReadonlyMap<string, ToldRun>): RuleNews[] {
  return [...lastOf].flatMap(([name, run]) => {
    const before = new Set(run.results.map(({ key }) => key));
    const apps = present.filter(
      (target) => target.appId && target.rule && ruleName(target.rule) === name && !before.has(keyOf(target)),
    );
    return newsOf(name, "new", apps);
  });
}

function newsOf(
  name: string,
  kind: RuleNews["kind"],
  apps: ReadonlyArray<{ appId: string; appName: string }>,
): RuleNews[] {
  const rule = ruleNamed(name);
  return rule && apps.length > 0 ? [{ rule, kind, apps: apps.map(({ appId, appName }) => ({ appId, appName })) }] : [];
}

const nameOf = ({ rule }: { rule: Rule }) => ruleName(rule);

const keyOf = ({ appId, guestSpaceId = "" }: Target) => appKey(appId, guestSpaceId);
