import { lastingGaps } from "../../domain/accepted-gap";
import type { TargetResult } from "../../domain/outcome";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import { ruleName } from "../../domain/rule";
import type { Target } from "../../domain/target";
import { RUNS_OVER_TARGETS } from "../app-definition/conditions";
import { appKey, type ToldResult, toldRun } from "../overview/told-run";
import { allTargets } from "./all-targets";
import { targetByRule } from "./rules";
import { isEnabled, toTarget } from "./target-record";

/** What a run was missing of a target that nobody has accepted, and that no later run is known to have had. */
export interface OpenGaps {
  target: Target;
  /** By their lasting names; never empty. */
  gaps: string[];
}

/** Each record holds a table of all its targets, and most runs have most of them. */
const LATER_RUNS = 20;

/** Of a run that has just ended. */
export function openGapsOf(results: readonly TargetResult[]): OpenGaps[] {
  return results.flatMap(({ target, problems }) => {
    const gaps = [...new Set(problems.flatMap(({ error }) => lastingGaps(error)))];
    return gaps.length > 0 ? [{ target, gaps }] : [];
  });
}

/**
 * Of the record of a run: what of its gaps can still be accepted, in the order of its results. Accepting what is missing no
 * more would silently cover the day on which it is again. Rejects with what the store rejects with.
 */
export async function openGaps(store: RecordStore, run: AppRecord): Promise<OpenGaps[]> {
  const { recordId, results } = toldRun(run);
  const query = `${RUNS_OVER_TARGETS} and run_status not in ("running") and $id > "${recordId}" order by $id desc limit ${LATER_RUNS}`;
  const [records, later] = await Promise.all([allTargets(store), store.find(query)]);
  const targetOf = targetsOfResults(records.filter(isEnabled).map(toTarget));
  const laterResults = later.flatMap((record) => toldRun(record).results);
  return results.flatMap((told): OpenGaps[] => {
    const [{ key, gaps }, target] = [told, targetOf(told)];
    if (!target) return [];
    const accepted = new Set(target.acceptedGaps.map(({ gap }) => gap));
    const newest = laterResults.find((result) => result.key === key && wasRead(result));
    const open = [...new Set(gaps)].filter((gap) => !accepted.has(gap) && (!newest || lacks(newest, gap)));
    return open.length > 0 ? [{ target, gaps: open }] : [];
  });
}

/** The targets that results are of; the record of a rule has those of all its apps. */
function targetsOfResults(targets: readonly Target[]) {
  const keyOf = ({ appId, guestSpaceId = "", rule }: Target) => (rule ? ruleName(rule) : appKey(appId, guestSpaceId));
  const present = new Map(targets.map((target) => [keyOf(target), target]));
  return ({ key, rule, ...app }: ToldResult): Target | undefined => {
    if (!rule) return present.get(key);
    const record = present.get(ruleName(rule));
    return record && targetByRule(record, app);
  };
}

/** Of what was not read it is not known what is missing. */
const wasRead = ({ status }: ToldResult): boolean => status === "success" || status === "partial";

/** Also what was accepted then, as that may have been taken back. */
const lacks = ({ gaps, acceptedGaps }: ToldResult, name: string): boolean =>
  gaps.includes(name) || acceptedGaps.some(({ gap }) => gap === name);
